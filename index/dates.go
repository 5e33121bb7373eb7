package index

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"svod/corpus/query"
	"svod/corpus/words"
)

// Dates are compared as they are written: 2015, 2015-11 and 2015-11-02 sort
// as they should. What is not known to the day may lie anywhere in its year.

// span reads a date or a range of dates, each side of which may be left open.
func (v value) span() (from, to string, err error) {
	lo, hi, isRange := rangeOf(v.text)
	if !isRange {
		lo, hi = v.text, v.text
	}
	read := func(s string) string {
		d, ok := day(s)
		if s != "" && !ok && err == nil {
			err = &query.SyntaxError{Offset: v.at + strings.LastIndex(v.text, s), Code: "bad-date", Args: []string{s}}
		}
		return d
	}
	from, to = read(lo), read(hi)
	switch {
	case err != nil:
	case lo+hi == "":
		err = v.wrong("bad-date")
	case hi != "" && from > to+"\xff":
		err = v.wrong("reversed", hi+".."+lo)
	}
	return from, to, err
}

// between is the sign between two ends: also the one character that editors
// make of three points, and a dash between years.
var between = regexp.MustCompile(`^(.*?)\s*(?:\.{2,3}|…)\s*(.*)$|^(\d{4})\s*[-–—]\s*(\d{4})$`)

func rangeOf(v string) (lo, hi string, ok bool) {
	m := between.FindStringSubmatch(v)
	if m == nil {
		return "", "", false
	}
	return m[1] + m[3], m[2] + m[4], true
}

// within reports whether a date lies in a span, or may.
func within(d, from, to string) bool {
	return d != "" && d+"\xff" > from && (to == "" || d <= to+"\xff")
}

func pad(s string) string { return strings.Repeat("0", 2-len(s)) + s }

var spelt = regexp.MustCompile(`^(\d{1,2})\s+(\p{L}+)\s+(\d{4})(?:\s+года|\s*г\.?)?$`)

var months = []string{"янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"}

var dotted = regexp.MustCompile(`^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$`)

// day reads a year, a month or a day as people write them: 2015, 2015-11,
// 11.2015, 2015-11-02, 2.11.2015, 2 ноября 2015 года.
func day(v string) (string, bool) {
	v = strings.TrimSpace(v)
	if m := dotted.FindStringSubmatch(v); m != nil {
		if v = m[3] + "-" + pad(m[2]); m[1] != "" {
			v += "-" + pad(m[1])
		}
	}
	if m := spelt.FindStringSubmatch(strings.ToLower(v)); m != nil {
		for i, name := range months {
			if strings.HasPrefix(m[2], name) {
				v = m[3] + "-" + pad(strconv.Itoa(i+1)) + "-" + pad(m[1])
				break
			}
		}
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, v); err == nil {
			return v, true
		}
	}
	return "", false
}

// today puts the date in the place of «сегодня» in filters, so that what is
// told of a query means the same tomorrow.
func today(fs []query.Filter) {
	now := time.Now().Format(time.DateOnly)
	named := func(v string) string {
		switch words.Fold(v) {
		case "сегодня", "today", "бүгін":
			return now
		}
		return v
	}
	for _, f := range fs {
		switch query.Field(f.Name) {
		case query.FieldDate, query.FieldEdition, query.FieldInForce:
			for i, v := range f.Values {
				lo, hi, ok := rangeOf(v)
				switch a, b := named(lo), named(hi); {
				case !ok:
					f.Values[i] = named(v)
				case a != lo || b != hi:
					f.Values[i] = a + ".." + b
				}
			}
		}
	}
}
