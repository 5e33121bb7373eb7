package main

import (
	"slices"
	"strings"
)

// A list of queries as text is CSV with quotes, or lines as people type them.
// Both have quotes, and they mean other things:
//
//	"""не допускается"" НЕ отказ";запреты     Excel: doubled, as CSV wants it
//	"не допускается" НЕ отказ;запреты         typed: a phrase of the query
//	"не допускается"                          either
//
// What CSV had to quote (it has a separator, a quote or a line break inside) is
// read as CSV. What it need not have quoted was typed, unless the program that
// wrote the file quotes everything.

// textRows cuts a text into rows and cells.
func textRows(text string) [][]field {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	sep := separator(text)
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(strings.ToLower(first), "sep=") {
		text = rest
	}
	rows := split(text, sep)
	all := true // is everything quoted?
	for _, r := range rows {
		for _, f := range r {
			all = all && (f.quoted || !strings.ContainsFunc(f.text, isLetter))
		}
	}
	for i := range rows {
		for k := range rows[i] {
			rows[i][k].needed = rows[i][k].needed || all
		}
	}
	return rows
}

// split reads rows of cells. sep 0 means one cell a row.
func split(text string, sep byte) [][]field {
	var rows [][]field
	var row []field
	for at := 0; at < len(text); {
		f, n := cell(text[at:], sep)
		row = append(row, f)
		at += n
		if at < len(text) && text[at] == sep && sep != 0 {
			if at++; at == len(text) {
				row = append(row, field{})
			}
			if at < len(text) {
				continue
			}
		} else if at < len(text) {
			at++ // the line break
		}
		rows = append(rows, row)
		row = nil
	}
	return rows
}

// cell reads a cell up to its separator or the end of its line.
func cell(text string, sep byte) (f field, n int) {
	if strings.HasPrefix(text, `"`) {
		if f, n, ok := quotedCell(text, sep); ok {
			return f, n
		}
	}
	n = strings.IndexFunc(text, func(r rune) bool { return r == '\n' || sep != 0 && r == rune(sep) })
	if n < 0 {
		n = len(text)
	}
	return field{text: text[:n], raw: text[:n]}, n
}

// longestCell is more than a query has, so that a quote that is never closed
// costs little.
const longestCell = 10_000

// quotedCell reads a cell in the quotes of CSV; ok is false if it isn't.
func quotedCell(text string, sep byte) (f field, n int, ok bool) {
	var b strings.Builder
	for i := 1; i < min(len(text), longestCell); i++ {
		switch c := text[i]; {
		case c == '"' && i+1 < len(text) && text[i+1] == '"':
			b.WriteByte('"')
			f.needed = true
			i++
		case c == '"':
			n = i + 1
			if n < len(text) && text[n] != '\n' && (sep == 0 || text[n] != sep) {
				return f, 0, false
			}
			f.text, f.raw, f.quoted = b.String(), text[:n], true
			return f, n, true
		default:
			f.needed = f.needed || c == '\n' || sep != 0 && c == sep
			b.WriteByte(c)
		}
	}
	return f, 0, false
}

// separator is what sets the columns of a text apart, 0 if it has but one. A
// query may have commas («вид:закон,кодекс»), so that commas are believed only
// when a heading says so or each row has as many; semicolons, when most rows
// have them. No query has tabs.
func separator(text string) byte {
	first, _, _ := strings.Cut(text, "\n")
	head := func(sep byte) []field {
		if rows := split(first, sep); len(rows) > 0 {
			return rows[0]
		}
		return nil
	}
	names := func(fs []field) bool {
		return slices.ContainsFunc(fs, func(f field) bool { return columnOf(f.text) == colQuery })
	}
	if low := strings.ToLower(first); strings.HasPrefix(low, "sep=") && len(low) == 5 && strings.Contains(";,\t|", low[4:]) {
		return low[4]
	}
	for _, sep := range []byte{'\t', ';', ','} {
		if h := head(sep); len(h) > 1 && names(h) {
			return sep
		}
	}
	if names(head(0)) {
		return 0
	}
	for _, sep := range []byte{'\t', ';', ','} {
		columns := len(head(sep))
		n, wide, even := 0, 0, 0
		for _, r := range split(text, sep) {
			if !slices.ContainsFunc(r, func(f field) bool { return strings.TrimSpace(f.text) != "" }) {
				continue
			}
			if n++; len(r) > 1 {
				wide++
			}
			if len(r) == columns {
				even++
			}
		}
		if sep == ',' && n > 2 && wide == n && even == n || sep != ',' && (wide*2 > n || n == 0 && strings.IndexByte(text, sep) >= 0) {
			return sep
		}
	}
	return 0
}

func isLetter(r rune) bool {
	return r == '*' || r > 0x7f || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
}
