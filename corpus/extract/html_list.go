package extract

import (
	"strconv"
	"strings"
)

// startList begins a list: what its items are marked with, and where it starts.
func (p *page) startList(e *element, tag string, attr map[string]string) {
	e.item, e.step, e.count = "", 1, 1
	if e.face.marks = "bullet"; tag == "ol" {
		e.face.marks = "decimal"
	}
	if t, ok := listTypes[attr["type"]]; ok {
		e.face.marks = t
	}
	if tag != "ol" {
		return
	}
	n, err := strconv.Atoi(strings.TrimSpace(attr["start"]))
	if err == nil {
		e.count = min(max(n, -1<<30), 1<<30)
	}
	if _, ok := attr["reversed"]; ok {
		e.step = -1
		p.reversed = append(p.reversed, 0)
		e.reversed = len(p.reversed)
		if err != nil && e.reversed <= len(p.known.reversed) {
			e.count = p.known.reversed[e.reversed-1]
		}
	}
}

// listTypes are the values of the attribute type.
var listTypes = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
	"disc": "bullet", "circle": "bullet", "square": "bullet", "none": "none"}

// listStyles are the values of list-style-type.
var listStyles = map[string]string{"none": "none", "disc": "bullet", "circle": "bullet", "square": "bullet", "decimal": "decimal",
	"decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
	"upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "lower-russian": "russianLower", "upper-russian": "russianUpper"}

// nextItem is what a browser puts before the next item of a list.
func (p *page) nextItem(e *element, attr map[string]string) string {
	if t, ok := listTypes[attr["type"]]; ok {
		e.face.marks = t
	}
	for i := len(p.open) - 1; i >= 0 && i >= len(p.open)-64; i-- {
		l := &p.open[i]
		if l.step == 0 {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSpace(attr["value"]))
		if err == nil && l.name == "ol" {
			l.count = min(max(n, -1<<30), 1<<30)
		}
		if l.reversed > 0 {
			p.reversed[l.reversed-1]++
		}
		l.count += l.step
		switch e.face.marks {
		case "none", "":
			return ""
		case "bullet":
			return "•"
		}
		return listNumber(l.count-l.step, e.face.marks) + "."
	}
	return ""
}

// number writes the mark of a list's item before its text, once, and not when
// the text brings one of its own.
func (p *page) number(s string) {
	item := p.top().item
	for i := len(p.open) - 1; i >= 0 && p.open[i].item == item; i-- {
		p.open[i].item = ""
		if p.open[i].name == "li" {
			break
		}
	}
	s = trim(s)
	if gridItem.MatchString(s+" ") || actLabel.MatchString(s+" ") || strings.HasPrefix(s, strings.TrimSuffix(item, ".")) || strings.ContainsRune("-–—•·", []rune(s)[0]) {
		return
	}
	f := p.top().face
	p.block.write(item+" ", &face{heading: f.heading, bold: f.bold, centred: f.centred, right: f.right, note: f.note})
}
