package figures

import (
	"math"
	"strconv"
	"strings"

	"svod/corpus/lazy"
)

// A value is what a cell says, if it is nothing but a number: 1 234,5; 36 чел.;
// 52 (35,9 %); –.
type value struct {
	kind    kind
	number  float64
	places  int // decimals as printed
	percent bool
	year    bool    // may be one
	share   float64 // «52 (35,9 %)»
	shares  int     // decimals of the share, -1 for none
	unit    string  // чел.
}

type kind uint8

const (
	isEmpty   kind = iota
	isText         // words, or several numbers
	isNumber       // number
	isNothing      // –, «не проводились»: none
	isMissing      // н.д., х: not known, not wanted
)

const digits = `\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`

var (
	cellNumber = lazy.New(`^([−–-]?) ?(` + digits + `)\*{0,3} ?(%|‰)?(?: ?\((` + digits + `) ?%\))?(?: ?((?:тыс|млн|млрд|мың)?\.? ?\p{L}[\p{L}/]{0,12}(?:\. ?[мкс])?\d?\.?))?\*{0,3}$`)
	sureEn     = lazy.New(`^[−–-]?\d{1,3}(?:,\d{3})+\.\d+$|^[−–-]?\d{1,3}(?:,\d{3}){2,}$`)
	spans      = lazy.New(`^(лет|год\p{L}*|г|гг|жас|жыл|класс\p{L}*|кв|квартал\p{L}*|й|я|е|го|ый|ая|years?)\.?$`)
	coded      = lazy.New(`^0\d`)
)

// definitelyEnglish: thousands are set apart by commas.
func definitelyEnglish(s string) bool { return sureEn.MatchString(strings.TrimSpace(s)) }

func read(s string, english bool) value {
	v := value{shares: -1}
	t := strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " "))
	switch strings.ToLower(t) {
	case "":
		return v
	case "-", "–", "—", "−", "--", "нет":
		v.kind = isNothing
		return v
	case "х", "x", "н.д.", "н/д", "нд", "...", "…", "*", "н/п":
		v.kind = isMissing
		return v
	}
	if denialCell.MatchString(t) {
		v.kind = isNothing
		return v
	}
	v.kind = isText
	m := cellNumber.FindStringSubmatch(t)
	if m == nil || coded.MatchString(m[2]) {
		return v
	}
	n, places, ok := parsed(m[2], english)
	if !ok {
		return v
	}
	unit := strings.ToLower(strings.TrimSpace(m[5]))
	if months[unit] || spans.MatchString(unit) {
		return v // «10 октября», «59 лет»
	}
	scale, _, _ := strings.Cut(unit, " ")
	if times := multiple(strings.Trim(scale, ".")); times > 1 {
		n *= times
		places = max(0, places-int(math.Log10(times)))
		n = roundedTo(n, places)
	}
	v.kind, v.number, v.places = isNumber, n, places
	if m[1] != "" {
		v.number = -n
	}
	v.percent = m[3] != ""
	v.unit = unit
	if m[4] != "" {
		v.share, v.shares, _ = parsed(m[4], english)
	}
	v.year = m[1] == "" && len(m[2]) == 4 && places == 0 && 1900 <= n && n <= 2100
	return v
}

// parsed reads digits with thousands and decimals.
func parsed(s string, english bool) (v float64, places int, ok bool) {
	s = strings.Map(noSpace, s)
	if english {
		s = strings.ReplaceAll(s, ",", "")
	} else if strings.Count(s, ",") == 1 {
		s = strings.Replace(s, ",", ".", 1)
	}
	if len(s) > 18 {
		return 0, 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 {
		places = len(s) - i - 1
	}
	return v, places, err == nil
}
