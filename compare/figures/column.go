package figures

import (
	"strings"

	"svod/corpus/lazy"
)

// A series is a row or a column as one looks along it for sums.
type series struct {
	index   int
	label   string
	path    []string // heads from the outermost
	kind    seriesKind
	whole   bool // its words say that it is a total
	among   bool // «в том числе», «из них»: it is a part of what stands before
	numbers int
}

type seriesKind uint8

const (
	seriesOther   seriesKind = iota // labels, codes, years, what is never added up
	seriesCounts                    // what may be added up
	seriesPercent                   // shares
)

var (
	// wholeHead: the head of a row or column says that it is a total.
	wholeHead  = lazy.New(`(?i)^[\s\d.IVX]*(всего|итого|итог|барлығы|жиыны|total|subtotal)([^\p{L}]|$)|[,:( \s](всего|итого|барлығы|total)[):,.;]*\s*$|^(общ(ее|ая|ий)|жалпы) (количеств|числ|сумм|объ[её]м|сан)\p{L}*`)
	amongHead  = lazy.New(`(?i)(^|[^\p{L}])(в т(ом)?\.? ?ч(исле)?|из них|из общего|оның ішінде|including|of which|of whom)([^\p{L}]|$)`)
	amongFirst = lazy.New(`(?i)^[\s\d.–-]*(в т(ом)?\.? ?ч(исле)?|из них|из общего|оның ішінде|including|of which|of whom)([^\p{L}]|$)`)
	// naming are heads of columns whose numbers name and don't count.
	naming = lazy.New(`(?i)^(№|n|код\p{L}*|дата|тел|телефон|инн|бин|иин|норм[аы]|место|ранг|рейтинг|возраст|стаж|ед\. ?изм\p{L}*|единиц\p{L}* измерения|шифр|статья|пункт|строк[аи]|стр|балл\p{L}*|rank|code)([^\p{L}]|$)|` +
		`^(год|жыл|year)( \p{L}+)*$`)
	// averages are what no one adds up.
	averages = lazy.New(`(?i)^(цен[аы]|тариф|ставк\p{L}*)([^\p{L}]|$)|` +
		`(^|[^\p{L}])(средн(ий|яя|ее|емесячн\p{L}*|егодов\p{L}*|едневн\p{L}*|ем|его|ей)|удельн\p{L}*|темп\p{L}*|прирост\p{L}*|коэффициент\p{L}*|индекс\p{L}*|отклонени\p{L}*|откл|на душу|на 1 ?000|на 100|обеспеченност\p{L}*|заполняемост\p{L}*|орташа|мөлшерлеме|average|mean|rate)([^\p{L}]|$)`)
	shareHead = lazy.New(`(?i)%|процент|(^|[^\p{L}])дол[яи]([^\p{L}]|$)|удельный вес|уд\. ?вес|пайыз|үлес`)
)

// series returns the columns of a table.
func (g *grid) series() []series {
	out := make([]series, g.columns)
	for j := range out {
		s := series{index: j, path: g.label(j)}
		s.label = strings.Join(s.path, " ")
		own := ""
		if n := len(s.path); n > 0 {
			own = s.path[n-1]
		}
		percents, texts, years, decimals := 0, 0, 0, 0
		consecutive, codes := true, 0
		for i := g.head; i < len(g.rows); i++ {
			c := g.at(i, j)
			if c.covered {
				continue
			}
			switch c.value.kind {
			case isNumber:
				s.numbers++
				consecutive = consecutive && c.value.number == float64(s.numbers)
				if c.value.percent {
					percents++
				}
				if c.value.year {
					years++
				}
				if c.value.places > 0 {
					decimals++
				}
			case isText:
				texts++
				if codedLike(c.text) {
					codes++
				}
			}
		}
		switch {
		case s.numbers == 0, texts > s.numbers && codes == 0, codes > 0 && j == 0:
		case j == 0 && consecutive && s.numbers > 2, j == 0 && s.label == "" && s.numbers+codes > 0 && consecutive && s.numbers > 1:
		case percents*2 > s.numbers, shareHead.MatchString(s.label):
			s.kind = seriesPercent
		case naming.MatchString(own), averages.MatchString(own), years == s.numbers && s.numbers > 1, s.label == "" && decimals > 0:
		default:
			s.kind = seriesCounts
		}
		s.whole, s.among = roles(s.path)
		out[j] = s
	}
	return out
}

// roles tells from heads whether what stands under them is a total, or a part.
func roles(path []string) (whole, among bool) {
	for i, p := range path {
		last := i == len(path)-1
		among = among || amongFirst.MatchString(p) && !(last && wholeHead.MatchString(p)) || !last && amongHead.MatchString(p)
	}
	if n := len(path); n > 0 && wholeHead.MatchString(path[n-1]) && !shareHead.MatchString(path[n-1]) {
		whole = true
	}
	return whole, among
}

// codedLike: «1.», «1.2.», «I», «2.1»: the number of a row.
func codedLike(s string) bool { return outline.MatchString(strings.TrimSpace(s)) }

var outline = lazy.New(`^(\d{1,3}(\.\d{1,3})*[.)]?|[IVX]{1,5}[.)]?)$`)
