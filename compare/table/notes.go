package table

import "strings"

// notes are what stands below a table, a paragraph each: source and base, what
// the analysis says of it, and what the signs mean that stand instead of
// numbers, unless it has said so.
func (t *Table) notes(w phrases) []string {
	var out []string
	if s := w.note(t.Source, t.Base); s != "" {
		out = append(out, s)
	}
	out = append(out, t.Notes...)
	if s := t.signs(w); s != "" {
		out = append(out, s)
	}
	return out
}

// signs explains «–» and «н.д.» where they occur.
func (t *Table) signs(w phrases) string {
	var none, missing bool
	for _, row := range t.Rows {
		for i := range row {
			switch c := &row[i]; {
			case c.Format == FormatNone:
				none = true
			case c.Format != FormatText && !c.isNumber():
				missing = true
			}
		}
	}
	said := strings.Join(append([]string{t.Source, t.Base}, t.Notes...), "\n")
	var out []string
	if none && !explains(said, "–") {
		out = append(out, "«–» – "+w.absent)
	}
	if missing && !explains(said, w.missing) {
		out = append(out, w.missing+" – "+w.unknown)
	}
	return strings.Join(out, "; ")
}

// explains tells whether notes say what a sign means: «н.д. – нет данных»,
// «“–” – отчета нет».
func explains(notes, sign string) bool {
	return strings.Contains(notes, "«"+sign+"» – ") || sign != "–" && strings.Contains(notes, sign+" – ")
}
