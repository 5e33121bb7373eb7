package table

import (
	"math"
	"strconv"
	"strings"
)

// number returns how people read the cell's value, for any format but
// FormatText.
func (w phrases) number(v float64, f Format) string {
	if f == FormatNone {
		return "–"
	}
	if f == FormatMissing || math.IsNaN(v) || math.IsInf(v, 0) {
		return w.missing
	}
	switch f {
	case FormatInteger:
		return w.decimal(v, 0)
	case FormatPercent:
		return w.decimal(v*100, 1) + w.percent
	case FormatProbability:
		if v < leastProbability {
			return "< " + w.decimal(leastProbability, 3)
		}
		return w.decimal(v, 3)
	}
	if math.Abs(v) < 1 {
		return w.decimal(v, 3)
	}
	return w.decimal(v, 2)
}

// leastProbability is the least p-value that is printed as it is.
const leastProbability = 0.001

// decimal prints a number with its thousands apart.
func (w phrases) decimal(v float64, places int) string {
	s := strconv.FormatFloat(v, 'f', places, 64)
	negative := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	whole, frac, _ := strings.Cut(s, ".")
	var b strings.Builder
	if negative && strings.Trim(s, "0.") != "" {
		b.WriteString("−")
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(w.thousands)
		}
		b.WriteRune(d)
	}
	if frac != "" {
		b.WriteString(w.dec + frac)
	}
	return b.String()
}

// Signed prints a difference as texts of a language do: «+973,2», «−1 000».
func Signed(language string, v float64, places int) string {
	s := (&Report{Language: language}).words().decimal(v, places)
	if v > 0 {
		return "+" + s
	}
	return s
}

// Fixed prints a number as texts of a language do, with so many places: «−0,032».
func Fixed(language string, v float64, places int) string {
	return (&Report{Language: language}).words().decimal(v, places)
}

// isNumber says whether the cell holds a number that can be counted with.
func (c *Cell) isNumber() bool {
	switch c.Format {
	case FormatInteger, FormatDecimal, FormatPercent, FormatProbability:
		return !math.IsNaN(c.Value) && !math.IsInf(c.Value, 0)
	}
	return false
}

// runs returns what is printed in the cell.
func (c *Cell) runs(w phrases) []Run {
	if c == nil {
		return nil
	}
	if c.Format == FormatText {
		return c.Runs
	}
	s := w.number(c.Value, c.Format)
	if c.Places > 0 && c.Format == FormatDecimal && c.isNumber() {
		s = w.decimal(c.Value, c.Places)
	}
	if c.After != "" {
		s += "\u00a0" + c.After
	}
	return []Run{{Text: s}}
}

// Printed returns what the cell prints in reports of a language.
func (c *Cell) Printed(language string) string {
	return plain(c.runs((&Report{Language: language}).words()))
}

// plain returns the text of runs. Where old and new words stand side by side,
// they are told apart as wdiff does: [-old-]{+new+}.
func plain(runs []Run) string {
	if redlined(runs) {
		return signed(runs)
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return clean(b.String())
}

// signed returns the text of runs with the signs of wdiff.
func signed(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Mark {
		case MarkInserted:
			b.WriteString("{+" + r.Text + "+}")
		case MarkDeleted:
			b.WriteString("[-" + r.Text + "-]")
		default:
			b.WriteString(r.Text)
		}
	}
	return clean(b.String())
}

// redlined says whether the runs hold both inserted and deleted words.
func redlined(runs []Run) bool {
	var ins, del bool
	for _, r := range runs {
		ins = ins || r.Mark == MarkInserted
		del = del || r.Mark == MarkDeleted
	}
	return ins && del
}

// paragraphs splits runs at newlines. There is always one, maybe empty; the
// empty ones at the end are dropped.
func paragraphs(runs []Run) [][]Run {
	out := [][]Run{nil}
	for _, r := range runs {
		rest := clean(r.Text)
		for {
			line, after, more := strings.Cut(rest, "\n")
			if line != "" {
				out[len(out)-1] = append(out[len(out)-1], Run{line, r.Mark, r.Link})
			}
			if !more {
				break
			}
			out = append(out, nil)
			rest = after
		}
	}
	for len(out) > 1 && len(out[len(out)-1]) == 0 {
		out = out[:len(out)-1]
	}
	return out
}
