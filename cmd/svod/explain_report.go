package main

import (
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"svod/compare/audit"
	"svod/compare/table"
)

// explaining puts the explanation of a cell into a report.
type explaining struct {
	*env
	signs bool // matched words are put in brackets: the format has no other mark
}

// mostNested is how deep the terms of formulas are printed with their own basis.
const mostNested = 4

// explanation is the form of explain for other programs.
type explanation struct {
	File     string         `json:"file"`
	Cell     jsonCell       `json:"cell"`
	Shown    *string        `json:"shown"` // in the file; null if the cell is not there
	What     string         `json:"what"`
	Formula  string         `json:"formula"`
	Sum      float64        `json:"sum"`
	Terms    []jsonTerm     `json:"terms"`
	Evidence []jsonEvidence `json:"evidence"`
	Tried    []string       `json:"tried"`
	In       []string       `json:"in"`
	Inputs   []inputState   `json:"inputs"`
}

type jsonTerm struct {
	Name     string         `json:"name"`
	Value    float64        `json:"value"`
	Formula  string         `json:"formula,omitempty"`
	Terms    []jsonTerm     `json:"terms,omitempty"`
	Evidence []jsonEvidence `json:"evidence,omitempty"`
}

type jsonEvidence struct {
	Document string   `json:"document"`
	Address  string   `json:"address"`
	Citation string   `json:"citation"`
	Text     string   `json:"text"`
	Matches  [][2]int `json:"matches"`
	Count    int      `json:"count"`
}

func jsonEvidenceOf(items []table.Evidence) []jsonEvidence {
	out := make([]jsonEvidence, len(items))
	for i, it := range items {
		out[i] = jsonEvidence(it)
	}
	return out
}

func jsonTerms(terms []table.Term, depth int) []jsonTerm {
	out := []jsonTerm{}
	for _, t := range terms {
		j := jsonTerm{Name: t.Name, Value: t.Value.Value}
		if t.Basis != nil && depth < mostNested {
			x := t.Basis.Explain()
			j.Formula, j.Terms, j.Evidence = x.Formula, jsonTerms(x.Terms, depth+1), jsonEvidenceOf(x.Items)
		}
		out = append(out, j)
	}
	return out
}

func (w explaining) report(r *rerun, p audit.Place, x table.Explanation, v audit.Verdict) *table.Report {
	shown := p.Table.Text(p.Cell())
	out := &table.Report{Title: w.tr("Откуда число «%s»", "Where “%s” comes from", shown), Language: w.lang}
	if v.Standing == audit.NoNumber {
		out.Title = w.tr("Ячейка без числа", "A cell without a number")
	}
	data := explanation{File: r.file, Cell: jsonCell{p.Ref(), p.Table.Name(), p.Label(), p.Column(), shown, v.Standing}, What: x.What, Formula: x.Formula, Sum: v.Sum,
		Terms: jsonTerms(x.Terms, 0), Evidence: jsonEvidenceOf(x.Items), Tried: append([]string{}, x.Tried...), In: append([]string{}, x.In...), Inputs: r.inputs}
	say := func(s string) { out.Blocks = append(out.Blocks, table.Para(s)) }
	if s := w.inputsChanged(r); s != "" {
		say(s)
	}
	from := filepath.Base(r.file)
	if r.data == nil {
		from = commandLine(r.recipe.Args)
	}
	say(from + ": " + w.placeName(p) + ", " + p.Ref() + ".")
	if text, ok := p.Shown(); ok {
		data.Shown = &text
		if p.Differs() {
			say(w.tr("В файле на этом месте «%s», пересчёт даёт «%s».", "The file shows “%s” there; made again, it is “%s”.", text, shown))
		}
	}
	if x.What != "" {
		say(x.What)
	}
	out.Blocks = append(out.Blocks, w.body(x, v, 0)...)
	out.Data = data
	return out
}

// body prints a basis: the verdict, the terms and the evidence.
func (w explaining) body(x table.Explanation, v audit.Verdict, depth int) []table.Block {
	var out []table.Block
	say := func(s string) { out = append(out, table.Para(s)) }
	switch v.Standing {
	case audit.NoNumber:
		say(w.tr("Эта ячейка – текст, а не число: основания у неё нет.", "This cell is text, not a number: it has no basis."))
	case audit.NoBasis:
		say(w.tr("Число не имеет основания: команда, которая сделала таблицу, его не сообщает.", "The number has no basis: the command that made the table gives none."))
	case audit.Computed:
		say(w.tr("Формула: %s = %s. Сходится.", "Formula: %s = %s. It adds up.", x.Formula, plainNumber(v.Sum, w.lang)))
	case audit.Told, audit.Stated:
		if x.Formula != "" {
			say(w.tr("Формула: %s. Здесь она не пересчитана.", "Formula: %s. It was not computed again here.", x.Formula))
		}
	case audit.Absent:
		say(w.tr("Ничего не найдено.", "Nothing was found."))
	case audit.Mismatch:
		say(w.tr("Не сходится: основание даёт %s.", "It does not add up: the basis gives %s.", plainNumber(v.Sum, w.lang)))
	}
	if x.Formula != "" && v.Standing == audit.Mismatch {
		say(w.tr("Формула: %s.", "Formula: %s.", x.Formula))
	}
	if len(x.Terms) > 0 {
		t := &table.Table{Caption: w.tr("Числа формулы", "The numbers of the formula"), Widths: []float64{8, 3},
			Head: [][]table.Cell{table.Heads(w.tr("Обозначение", "Name"), w.tr("Число", "Number"))}}
		for _, term := range x.Terms {
			value := term.Value
			value.Basis = nil
			t.Rows = append(t.Rows, []table.Cell{table.Text(term.Name), value})
		}
		out = append(out, t)
	}
	if len(x.Items) > 0 {
		out = append(out, w.evidence(x.Items, v))
	}
	if len(x.Tried) > 0 {
		say(w.tr("Искали: ", "Tried: ") + strings.Join(x.Tried, "; "))
	}
	if len(x.In) > 0 {
		say(w.tr("Где искали: ", "Searched in: ") + strings.Join(x.In, "; "))
	}
	for _, term := range x.Terms {
		if term.Basis == nil || depth >= mostNested {
			continue
		}
		tx := term.Basis.Explain()
		if len(tx.Items) == 0 && tx.Formula == "" && len(tx.Tried) == 0 && len(tx.In) == 0 {
			continue
		}
		out = append(out, table.Heading(min(depth+2, 6), term.Name))
		if tx.What != "" && tx.What != term.Name {
			out = append(out, table.Para(tx.What))
		}
		tx.Value = term.Value
		out = append(out, w.body(tx, audit.Check(tx), depth+1)...)
	}
	return out
}

// evidence lists the places with their sum.
func (w explaining) evidence(items []table.Evidence, v audit.Verdict) *table.Table {
	t := &table.Table{Caption: w.tr("Места, из которых складывается число", "The places that the number adds up from"), Landscape: true, Widths: []float64{1, 4, 4, 10, 2},
		Head: [][]table.Cell{table.Heads("№", w.tr("Документ", "Document"), w.tr("Место", "Place"), w.tr("Текст", "Text"), w.tr("Счёт", "Count"))}}
	sum := 0
	documents := map[string]bool{}
	for i, it := range items {
		place := it.Citation
		if place == "" {
			place = it.Address
		}
		sum += it.Count
		documents[it.Document] = true
		t.Rows = append(t.Rows, []table.Cell{table.Text(strconv.Itoa(i + 1)), table.Text(it.Document), table.Text(place), {Runs: w.quote(it)}, table.Int(it.Count)})
	}
	total := table.Bold(w.tr("Сумма", "Sum"))
	total.Cols = 4
	t.Rows = append(t.Rows, []table.Cell{total, table.Int(sum)})
	note := w.tr("Мест: %d; документов: %d.", "Places: %d; documents: %d.", len(items), len(documents))
	switch v.Standing {
	case audit.Added:
		note += " " + w.tr("Сумма %d сходится с числом.", "The sum, %d, is the number.", sum)
	case audit.Mismatch:
		note += " " + w.tr("Сумма %d с числом не сходится.", "The sum, %d, is not the number.", sum)
	}
	t.Notes = []string{note}
	return t
}

// aroundMatch is how many bytes of a long text stand on each side of a match.
const aroundMatch, longQuote = 200, 1200

// quote is the text of a place with what was matched marked; of a long text,
// what stands around the matches.
func (w explaining) quote(it table.Evidence) []table.Run {
	text := it.Text
	var runs []table.Run
	plain := func(lo, hi int, first, last bool) {
		s := text[lo:hi]
		if len(text) > longQuote && len(s) > 2*aroundMatch {
			head, tail := boundary(s, aroundMatch), boundary(s, len(s)-aroundMatch)
			switch {
			case first && last:
				s = s[:boundary(s, 2*aroundMatch)] + " …"
			case first:
				s = "… " + s[tail:]
			case last:
				s = s[:head] + " …"
			default:
				s = s[:head] + " … " + s[tail:]
			}
		}
		if s != "" {
			runs = append(runs, table.Run{Text: apart(s)})
		}
	}
	at := 0
	for _, m := range it.Matches {
		if m[0] < at || m[1] > len(text) || m[0] >= m[1] {
			continue
		}
		plain(at, m[0], at == 0, false)
		s := text[m[0]:m[1]]
		if w.signs {
			s = "[" + s + "]"
		}
		runs = append(runs, table.Run{Text: s, Mark: table.MarkMatch})
		at = m[1]
	}
	plain(at, len(text), at == 0, true)
	return runs
}

// boundary is the beginning of a letter at or before a place of a text.
func boundary(s string, at int) int {
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

// plainNumber is a number with few decimals, as the language writes it.
func plainNumber(v float64, lang string) string {
	s := strconv.FormatFloat(v, 'f', 4, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if lang == "ru" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
