package content

import (
	"slices"
	"strconv"

	"svod/compare/stat"
)

// A year is the documents of one year, with what was found in them.
type year struct {
	name string
	docs []int // places among the documents
	base Group
	rows []Row // by category
}

// years puts the documents of a part into years: by the attribute, else by
// their dates. undated are how many have none.
func (c *Counts) years(p part) (years []year, undated int) {
	at := map[string]int{}
	for _, i := range p.docs {
		d := &c.tallied[i]
		name := Attribute(d.doc, "year")
		if _, err := strconv.Atoi(name); err != nil {
			undated++
			continue
		}
		if _, ok := at[name]; !ok {
			at[name] = len(years)
			years = append(years, year{name: name, rows: make([]Row, len(c.categories))})
		}
		y := &years[at[name]]
		y.docs = append(y.docs, i)
		y.base.Documents++
		y.base.Units += d.Units
		y.base.Words += d.Words
		for _, f := range d.Found {
			y.rows[f.Category].add(f)
		}
	}
	slices.SortFunc(years, func(a, b year) int { return number(a.name) - number(b.name) })
	return years, undated
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// fewestYears is how many years a trend needs: the orders of three values can't
// be told from chance.
const fewestYears = 4

// trend tests whether a category rises or falls from year to year, per 1 000
// words.
func trend(years []year, cat int) (stat.Trend, string) {
	if len(years) < fewestYears {
		return stat.Trend{}, "few-years"
	}
	var times, rates []float64
	for _, y := range years {
		if y.base.Words == 0 {
			continue
		}
		times = append(times, float64(number(y.name)))
		rates = append(rates, float64(y.rows[cat].Occurrences)*1000/float64(y.base.Words))
	}
	if len(times) < fewestYears {
		return stat.Trend{}, "few-years"
	}
	t, err := stat.MannKendall(times, rates)
	if err != nil {
		return stat.Trend{}, reasonOf(err)
	}
	return t, ""
}

// hasTrend says whether the years of a part are shown: reports and the like
// make a series, acts only if somebody says so.
func (c *Counts) hasTrend(p part, years []year) bool {
	if c.options.Trend {
		return true
	}
	if len(years) < 2 {
		return false
	}
	for _, i := range p.docs {
		switch c.tallied[i].doc.Meta.Type {
		case "report", "other", "":
		default:
			return false
		}
	}
	return true
}
