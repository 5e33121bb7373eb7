package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus"
	"svod/corpus/parse"
)

func (e *env) parseCommand() *cli.Command {
	return &cli.Command{
		Name: "parse", Aliases: []string{"разобрать"},
		Usage:     e.tr("структура документа: части, адреса, замечания", "the structure of a document: units, addresses, problems"),
		ArgsUsage: e.tr("ФАЙЛ|ДОК…", "FILE|DOC…"),
		Description: e.tr(`Печатает дерево: адрес, заголовок или начало текста, сноски в скобках. Замечания разбора
идут отдельно. --tree печатает короче: заголовки с местом в источнике (страница и строка),
а о том, что под ними, только сколько там чего; так строение проверяют за минуту.
--format json даёт всё для других программ.

Примеры:
  svod parse закон.docx
  svod parse --tree закон.docx
  svod parse --tree --depth подпункт приказ.docx
  svod parse закон.docx --format json > закон.json`, `Prints the tree: address, heading or beginning of the text, number of notes. Problems follow.
--tree is shorter: headings with their place in the source (page and line), and of what
lies below only how much there is, so that the structure can be checked in a minute.
--format json gives everything, for other programs.

Examples:
  svod parse law.docx
  svod parse --tree law.docx
  svod parse --tree --depth subclause order.docx
  svod parse law.docx --format json > law.json`),
		Flags: append(append(e.readFlags(), e.jsonFlags()...),
			&cli.BoolFlag{Name: "tree", Usage: e.tr("кратко: заголовки и счёт", "the outline: headings and counts")},
			&cli.StringFlag{Name: "depth", Usage: e.tr("до какого `УРОВНЯ` дать --tree: глава, статья, пункт, подпункт, абзац; иначе до статей, а где их нет, до пунктов",
				"`LEVEL` down to which --tree goes: chapter, article, clause, subclause, passage; else to articles, or clauses where there are none")}),
		Action: e.parse,
	}
}

func (e *env) checkCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Aliases: []string{"проверить"},
		Usage:     e.tr("проверить документы: строение актов; сходятся ли числа в таблицах отчётов", "check documents: the structure of acts; whether the numbers in tables of reports add up"),
		ArgsUsage: e.tr("[ФАЙЛ|ДОК…]", "[FILE|DOC…]"),
		Description: e.tr(`Перечисляет, что в документах не сошлось, со страницей и строкой источника.
Строение: пропуски и повторы номеров, непарные кавычки, пустые статьи, заголовки без текста,
сноски, место которых угадано, текст вне строения, неровные таблицы, что не удалось прочитать.
Числа: суммы строк и граф с их итогами, доли с числами, показатели, данные дважды (в таблицах
и в тексте). Почему не сошлось, svod не решает: «сумма 170 ≠ 145 (+25): двойной учёт или ошибка».
Итог узнаётся по словам (всего, итого, барлығы); пересекающиеся группы («из них») не складываются.
Без аргументов: во всём корпусе. Номер строки тот же, что у svod text --numbered.

Примеры:
  svod check отчёт.docx --sums
  svod check отчёт.pdf -o расхождения.docx
  svod check закон.docx --structure --format json`, `Lists what does not add up in documents, with page and line of the source.
Structure: gaps and repeats in numbering, unbalanced quotes, empty articles, headings without text,
notes placed by a guess, text outside of the structure, ragged tables, what could not be read.
Numbers: sums of rows and columns against their totals, per cents against counts, figures that
are given twice (in tables and in text). Why they differ svod doesn't decide: “sum 170 ≠ 145 (+25)”.
A total is known by its words; groups that overlap (“of whom”) are not added up.
Without arguments: in the whole corpus. Lines are those of svod text --numbered.

Examples:
  svod check report.docx --sums
  svod check report.pdf -o discrepancies.docx
  svod check law.docx --structure --format json`),
		Flags: append(append(append([]cli.Flag{
			&cli.BoolFlag{Name: "sums", Usage: e.tr("только числа", "the numbers only")},
			&cli.BoolFlag{Name: "structure", Usage: e.tr("только строение и чтение", "the structure and the reading only")},
			&cli.BoolFlag{Name: "all", Usage: e.tr("назвать всё, что сошлось", "name all that adds up")},
		}, e.readFlags()...), e.outputFlags()...), e.selection()...),
		Action: e.check,
	}
}

// wantsJSON tells whether the options ask for JSON.
func wantsJSON(c *cli.Context) bool {
	return c.String("format") == "json" || c.String("format") == "" && strings.HasSuffix(c.String("output"), ".json")
}

func (e *env) parse(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	var b strings.Builder
	for _, name := range c.Args().Slice() {
		d, err := lib.doc(c.Context, name)
		if err != nil {
			e.failed(name, err)
			continue
		}
		problems := problemsOf(d)
		switch {
		case wantsJSON(c):
			if err := e.writeJSON(c, e.parsedJSON(d, problems, "")); err != nil {
				return err
			}
			continue
		case c.Bool("tree"):
			depth, err := e.outlineDepth(d, c.String("depth"))
			if err != nil {
				return err
			}
			b.WriteString(e.outline(d, depth))
		default:
			fmt.Fprintln(&b, e.named(d.Meta))
			e.tree(&b, d)
		}
		e.problems(&b, d, problems)
	}
	if b.Len() == 0 {
		return nil
	}
	return e.save(c, []byte(b.String()))
}

// problemsOf parses the document's lines again: problems are not stored.
func problemsOf(d *corpus.Document) []parse.Problem {
	_, problems := parse.Parse(d.Source)
	return problems
}

// tree prints a line a unit, indented by depth.
func (e *env) tree(w io.Writer, d *corpus.Document) {
	var walk func(u *corpus.Unit, depth int)
	walk = func(u *corpus.Unit, depth int) {
		for _, c := range u.Units {
			line := fmt.Sprintf("%*s%s", 2*depth, "", d.AddressOf(c))
			if text := strings.ReplaceAll(c.Own(), "\n", " · "); text != "" {
				line += "  " + clip(text, e.width()-len([]rune(line))-2)
			}
			if c.Repealed {
				line += e.tr("  (исключено)", "  (repealed)")
			}
			if n := len(c.Notes); n > 0 {
				line += " [" + e.count(n, "сноска", "сноски", "сносок", "note") + "]"
			}
			fmt.Fprintln(w, line)
			walk(c, depth+1)
		}
	}
	walk(d.Root, 1)
}

// clip cuts a text to n characters, at least 20.
func clip(s string, n int) string {
	r := []rune(s)
	if n = max(n, 20); len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

// parsedJSON is the form of `parse --format json`.
func (e *env) parsedJSON(d *corpus.Document, problems []parse.Problem, under ...corpus.Address) any {
	out := struct {
		Meta struct {
			Title        string            `json:"title"`
			Type         string            `json:"type"`
			Number       string            `json:"number"`
			Date         string            `json:"date"`
			Body         string            `json:"body"`
			Jurisdiction string            `json:"jurisdiction"`
			Language     string            `json:"language"`
			Edition      string            `json:"edition"`
			Origin       map[string]string `json:"origin"`
		} `json:"meta"`
		Units    []parsedUnit `json:"units"`
		Problems []finding    `json:"problems"`
	}{Units: []parsedUnit{}, Problems: e.findings(d, problems)}
	m := &out.Meta
	m.Title, m.Type, m.Number, m.Date, m.Body = d.Meta.Title, d.Meta.Type, d.Meta.Number, d.Meta.Date, d.Meta.Body
	m.Jurisdiction, m.Language, m.Edition, m.Origin = d.Meta.Jurisdiction, d.Meta.Language, d.Meta.Edition, d.Meta.Origin
	for a, u := range d.All() {
		if !below(a, under) {
			continue
		}
		out.Units = append(out.Units, unitOf(d, a, u))
	}
	return out
}

// A parsedUnit is a unit as JSON has it.
type parsedUnit struct {
	Address  corpus.Address `json:"address"`
	Kind     corpus.Kind    `json:"kind"`
	Num      string         `json:"num"`
	Label    string         `json:"label"`
	Title    string         `json:"title"`
	Text     string         `json:"text"`
	Notes    []string       `json:"notes"`
	Repealed bool           `json:"repealed"`
	Page     int            `json:"page"`
	Line     int            `json:"line"`
}

func unitOf(d *corpus.Document, a corpus.Address, u *corpus.Unit) parsedUnit {
	v := parsedUnit{Address: a, Kind: u.Kind, Num: u.Num, Label: u.Label, Title: u.Title, Text: u.Text, Notes: []string{}, Repealed: u.Repealed}
	for _, n := range u.Notes {
		v.Notes = append(v.Notes, n.Text)
	}
	if !u.Span.Empty() {
		v.Line, v.Page = u.Span.Lo+1, d.Source.Lines[u.Span.Lo].Page
	}
	return v
}

// below tells whether an address is one of those given or lies under it.
func below(a corpus.Address, under []corpus.Address) bool {
	for _, u := range under {
		if u == "" || a == u || strings.HasPrefix(string(a), string(u)+"/") {
			return true
		}
	}
	return false
}
