package bodies

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// TableOptions say which bodies a table lists.
type TableOptions struct {
	At       string // empty: all of the register, those that are no more, too
	Language string
}

// ParseLevel returns the level of a word, Russian or the code word.
func ParseLevel(s string) (Level, bool) {
	l, ok := levelWords[strings.ToLower(s)]
	return l, ok
}

// onDate are the columns of a list of the bodies on a date.
var onDate = []int{colID, colName, colKazakh, colLevel, colCheck, colNote}

// Table prints the register. Its columns are those that Load reads, so that a
// register can be saved, edited and given back. On a date it is shorter: what
// was, and what it was called.
func (r *Register) Table(o TableOptions) (*table.Report, error) {
	if o.At != "" && !dateForm.MatchString(o.At) {
		return nil, &Error{File: "--at", Code: "date", Args: []string{o.At}}
	}
	list := r.Bodies
	if o.At != "" {
		list = r.At(o.At)
	}
	p := phrasesOf(o.Language, nil)
	attributes := r.attributes()
	t := &table.Table{Caption: cmp.Or(r.Name, r.File), Landscape: true, FontSize: 9, Fixed: 3}
	shown := onDate
	if o.At == "" {
		shown = nil
		for col := range columns {
			shown = append(shown, col)
		}
	} else {
		t.Landscape, t.Fixed, attributes = false, 0, nil
	}
	var head []string
	for _, col := range shown {
		head = append(head, columns[col][0])
		t.Widths = append(t.Widths, columnWidths[col])
	}
	t.Head = [][]table.Cell{heading(append(head, attributes...)...)}
	n := map[Level]int{}
	data := []jsonBody{}
	for _, b := range list {
		n[b.Level]++
		t.Rows = append(t.Rows, b.row(o.At, shown, attributes))
		data = append(data, b.json(o.At))
	}
	for range attributes {
		t.Widths = append(t.Widths, 2)
	}
	t.Base = p["regions_of"] + ": " + strconv.Itoa(n[Regional]) + "; " + p["central_of"] + ": " + strconv.Itoa(n[Central])
	return &table.Report{Title: t.Caption, Language: cmp.Or(o.Language, "ru"), Bare: true, Blocks: []table.Block{t},
		Data: map[string]any{"register": r.Name, "at": o.At, "bodies": data}}, nil
}

// attributes are the further columns of the register.
func (r *Register) attributes() []string {
	var out []string
	for _, b := range r.Bodies {
		for key := range b.Attributes {
			if !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	slices.Sort(out)
	return out
}

// columnWidths are those of the columns of a register.
var columnWidths = []float64{1.3, 1.4, 2.8, 2.6, 2, 2.4, 1.1, 1.1, 1, 2}

// row prints a body as Load reads it. On a date the name is that of the date.
func (b *Body) row(at string, shown []int, attributes []string) []table.Cell {
	current, former := b.Names[0], b.Names[1:]
	if at != "" {
		current = Name{Text: b.NameAt(at, "ru"), Kazakh: b.NameAt(at, "kk")}
		if current.Kazakh == current.Text {
			current.Kazakh = ""
		}
	}
	var names []string
	for _, n := range former {
		s := n.Text
		if n.Kazakh != "" {
			s += " / " + n.Kazakh
		}
		names = append(names, s+" ("+n.From+"–"+n.To+")")
	}
	check := ""
	if b.Check {
		check = "да"
	}
	texts := []string{b.ID, b.LevelName, current.Text, current.Kazakh, strings.Join(b.Aliases, " | "), strings.Join(names, " | "), b.From, b.To, check, b.Note}
	var cells []table.Cell
	for _, col := range shown {
		cells = append(cells, table.Text(texts[col]))
	}
	for _, key := range attributes {
		cells = append(cells, table.Text(strings.Join(b.Attributes[key], " | ")))
	}
	return cells
}

type jsonBody struct {
	ID         string              `json:"id"`
	Level      Level               `json:"level"`
	LevelName  string              `json:"level_name"`
	Name       string              `json:"name"`
	Kazakh     string              `json:"name_kk,omitempty"`
	Aliases    []string            `json:"aliases"`
	From       string              `json:"from,omitempty"`
	To         string              `json:"to,omitempty"`
	Check      bool                `json:"check"`
	Note       string              `json:"note,omitempty"`
	Attributes map[string][]string `json:"attributes,omitempty"`
}

func (b *Body) json(at string) jsonBody {
	return jsonBody{b.ID, b.Level, b.LevelName, b.NameAt(at, "ru"), b.NameAt(at, "kk"), append([]string{}, b.Aliases...), b.From, b.To, b.Check, b.Note, b.Attributes}
}

type jsonMatch struct {
	Document   string   `json:"document"`
	File       string   `json:"file"`
	Title      string   `json:"title"`
	Body       string   `json:"body"`
	By         By       `json:"by"`
	Words      string   `json:"words"`
	Check      bool     `json:"check"`
	Reason     Doubt    `json:"reason,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
}

// MatchTable prints whose the documents are, by what, and how surely.
func (r *Register) MatchTable(ms []Match, lang string) *table.Report {
	p := &printer{&Result{Study: &Study{}, Register: r}, phrasesOf(lang, nil), cmp.Or(lang, "ru")}
	t := &table.Table{Caption: p.p["whose"], Landscape: true, Widths: []float64{3, 4, 3, 3, 3},
		Head: [][]table.Cell{heading(p.p["file"], p.p["document"], p.p["body"], p.p["by"], p.p["remark"])}}
	data := []jsonMatch{}
	known, sure := 0, 0
	for _, m := range ms {
		j := jsonMatch{Document: m.Doc.ID, File: fileOf(m.Doc), Title: m.Doc.Meta.Title, By: m.By, Words: m.Words, Check: m.Doubt != DoubtNone, Reason: m.Doubt}
		body, remark := table.Missing(), ""
		switch {
		case m.Doubt == DoubtSeveral:
			remark = p.p.fill("check", "why", p.doubt(m))
		case m.Body == nil:
			remark = p.p["unmatched"]
		case m.Doubt != DoubtNone:
			remark = p.p.fill("check", "why", p.doubt(m))
		default:
			sure++
		}
		if m.Body != nil {
			known++
			j.Body = m.Body.ID
			body = table.Text(m.Body.NameAt("", p.lang))
		}
		for _, b := range m.Candidates {
			j.Candidates = append(j.Candidates, b.ID)
		}
		data = append(data, j)
		t.Rows = append(t.Rows, []table.Cell{table.Text(j.File), table.Text(m.Doc.Meta.Title), body, table.Text(p.how(m)), table.Text(remark)})
	}
	t.Base = p.p.fill("recognised", "n", strconv.Itoa(known), "m", strconv.Itoa(len(ms)), "sure", strconv.Itoa(sure))
	return &table.Report{Title: p.p["whose"], Language: p.lang, Bare: true, Blocks: []table.Block{t}, Data: map[string]any{"matches": data}}
}

func fileOf(d *corpus.Document) string {
	if d.Source == nil {
		return ""
	}
	return d.Source.Name
}
