package extract

import (
	"math"
	"strconv"
	"strings"

	"svod/corpus"
)

// sheet reads a sheet and adds its lines.
func (r *xlsxReader) sheet(of xlsxSheet) error {
	s := &sheet{name: of.name}
	x, err := r.open(of.part)
	if err != nil {
		return err
	}
	var hidden []colRange
	row, last := -1, -1
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "col":
			if isTrue(x.attr("hidden")) && !r.all && len(hidden) < maxSheetCols {
				hidden = append(hidden, colRange{x.number("min") - 1, x.number("max")})
			}
		case "row":
			row, last = row+1, -1
			if n, err := strconv.Atoi(x.attr("r")); err == nil && n > 0 {
				row = n - 1
			}
			if row >= maxSheetRows {
				x.skip()
			} else if isTrue(x.attr("hidden")) && !r.all && hasValue(x) {
				s.hidden.rows++
			}
		case "c":
			at, ok := cellColumn(x.attr("r"))
			if !ok {
				at = last + 1
			}
			last = at
			style := x.number("s")
			text := r.value(x, style)
			if text == "" || row < 0 || row >= maxSheetRows || at >= maxSheetCols {
				continue
			}
			if n := len(s.rows); n == 0 || s.rows[n-1].at != row {
				s.rows = append(s.rows, sheetRow{at: row})
			}
			c := sheetCell{at: at, text: text}
			if style >= 0 && style < len(r.styles) {
				c.style = r.styles[style].look
			}
			cells := &s.rows[len(s.rows)-1].cells
			*cells = append(*cells, c)
		case "mergeCell":
			if m, ok := mergeOf(x.attr("ref")); ok && len(s.merges) < maxMerges {
				s.merges = append(s.merges, m)
			}
		}
	}
	if x.broken {
		r.out.warnings = append(r.out.warnings, corpus.Warning{Code: "sheet-damaged", Args: []string{s.name}})
	}
	s.hideColumns(hidden)
	s.order()
	if s.after, err = r.boxes(of.part); err != nil {
		return err
	}
	r.out.add(s)
	return r.ctx.Err()
}

// A colRange is columns from lo up to, but without, hi.
type colRange struct{ lo, hi int }

// hasValue reads an element to its end and reports whether a value is in it.
func hasValue(x *xmlReader) bool {
	filled := false
	for d := x.depth(); x.inside(d); {
		if x.kind == xmlStart && (x.name == "v" || x.name == "t") {
			filled = x.content() != "" || filled
		}
	}
	return filled
}

// hideColumns leaves out what stands in hidden columns.
func (s *sheet) hideColumns(hidden []colRange) {
	if len(hidden) == 0 {
		return
	}
	lost := map[int]bool{}
	for i := range s.rows {
		cells := s.rows[i].cells
		kept := cells[:0]
		for _, c := range cells {
			under := false
			for _, h := range hidden {
				under = under || h.lo <= c.at && c.at < h.hi
			}
			if under {
				lost[c.at] = true
			} else {
				kept = append(kept, c)
			}
		}
		s.rows[i].cells = kept
	}
	s.hidden.cols = len(lost)
}

// value reads a cell to its end and returns what it shows.
func (r *xlsxReader) value(x *xmlReader, style int) string {
	kind, raw := x.attr("t"), ""
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "v":
			raw = x.content()
		case "is":
			raw = richText(x)
		}
	}
	if raw == "" {
		return ""
	}
	format := r.plain
	if style >= 0 && style < len(r.styles) {
		format = r.styles[style].format
	}
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || n < 0 || n >= len(r.shared) {
			return ""
		}
		return format.textFormat(r.shared[n])
	case "inlineStr":
		return format.textFormat(raw)
	case "str":
		return format.textFormat(withControls(raw))
	case "e":
		return raw
	case "b":
		return boolean(isTrue(strings.TrimSpace(raw)), r.russian)
	case "d": // a date as ISO writes it
		date, clock, _ := strings.Cut(raw, "T")
		if parts := strings.Split(date, "-"); len(parts) == 3 && r.russian {
			date = parts[2] + "." + parts[1] + "." + parts[0]
		}
		clock = strings.TrimSuffix(strings.TrimSuffix(clock, "Z"), ":00")
		if clock == "00:00" {
			clock = ""
		}
		return trim(date + " " + clock)
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return raw // what it is, one sees
	}
	return format.number(v, r.since1904)
}

func boolean(v, russian bool) string {
	switch {
	case v && russian:
		return "ИСТИНА"
	case russian:
		return "ЛОЖЬ"
	case v:
		return "TRUE"
	}
	return "FALSE"
}

// cellColumn reads the column of an address such as AB12.
func cellColumn(ref string) (int, bool) {
	n, i := 0, 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1, i > 0
}

// mergeOf reads a range such as A1:C2.
func mergeOf(ref string) (sheetMerge, bool) {
	from, to, ok := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !ok {
		return sheetMerge{}, false
	}
	place := func(ref string) (row, col int, ok bool) {
		col, ok = cellColumn(ref)
		n, err := strconv.Atoi(strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
		return n - 1, col, ok && err == nil && n > 0 && n <= maxSheetRows && col < maxSheetCols
	}
	top, left, ok1 := place(from)
	bottom, right, ok2 := place(to)
	return sheetMerge{top, left, bottom - top + 1, right - left + 1}, ok1 && ok2 && bottom >= top && right >= left
}

// boxes reads the text boxes that lie on a sheet.
func (r *xlsxReader) boxes(part string) ([]corpus.Line, error) {
	var lines []corpus.Line
	for _, rel := range r.parts.relations(part) {
		if rel.kind != "drawing" || rel.external {
			continue
		}
		x, err := r.open(rel.target)
		if err != nil {
			return nil, err
		}
		for x.next() {
			if x.kind == xmlStart && x.name == "a:p" {
				if text := trim(foldSpaces(richText(x))); text != "" {
					lines = append(lines, corpus.Line{Text: text})
				}
			}
		}
	}
	return lines, nil
}
