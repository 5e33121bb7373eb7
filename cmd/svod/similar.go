package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/index"
)

func (e *env) similarCommand() *cli.Command {
	return &cli.Command{
		Name: "similar", Aliases: []string{"похожие"},
		Usage:     e.tr("где ещё есть эта норма: повторы и близкие нормы", "where else a provision stands: copies and near copies"),
		ArgsUsage: e.tr("ДОК АДРЕС", "DOC ADDRESS"),
		Description: e.tr(`Ищет в корпусе нормы, которые говорят то же или почти то же, что названная: дословные повторы, повторы
с другими числами, сроками или другой модальностью, ту же норму в других редакциях и актах. У каждой: сходство
от 0 до 1, что изменилось в сути (обязан → вправе, десять дней → пять дней) и текст с отмеченными отличиями.
Сходство: удвоенное число общих слов, стоящих в том же порядке, к числу слов обеих норм; 1 только у дословной.
Норма берётся со всем, что в ней есть; --parts ищет и каждый её пункт отдельно.

Примеры:
  svod similar 'общественные советы' 'п 8 ст 1'
  svod similar закон.docx 'ст 5' --parts -o повторы.docx
  svod similar --text 'Вмешательство в деятельность советов не допускается'
  svod similar проект.docx 'п 2 ст 7' --among закон.docx --among приказ.pdf
  svod similar 'общественные советы' 'ст 7' --where type=order --min 0.7`, `Finds the provisions of the corpus that say the same as the one named, or nearly: copies word for word, copies
with other numbers, times or another modality, the same norm in other editions and acts. Each has: the likeness
from 0 to 1, what changed in substance (обязан → вправе, ten days → five days), and its text with differences marked.
The likeness: twice the number of common words in the same order, to the words of both; 1 only word for word.
A provision is taken with all that is in it; --parts looks for each of its clauses as well.

Examples:
  svod similar 'общественные советы' 'п 8 ст 1'
  svod similar law.docx 'ст 5' --parts -o copies.docx
  svod similar --text 'Вмешательство в деятельность советов не допускается'
  svod similar draft.docx 'п 2 ст 7' --among law.docx --among order.pdf
  svod similar 'общественные советы' 'ст 7' --where type=order --min 0.7`),
		Flags: append(append(append([]cli.Flag{
			&cli.StringFlag{Name: "text", Usage: e.tr("искать похожее на этот `ТЕКСТ`, а не на норму документа; - читает его из ввода", "look for the like of this `TEXT`, not of a provision; - reads it from the input")},
			&cli.StringSliceFlag{Name: "among", Usage: e.tr("искать только в этих `ДОК` (файлы или документы корпуса); можно несколько", "look in these `DOC` only (files or documents of the corpus); may be repeated")},
			&cli.BoolFlag{Name: "parts", Usage: e.tr("и каждый пункт нормы отдельно", "each clause of the provision by itself, too")},
			&cli.StringFlag{Name: "min", Value: "0.6", Usage: e.tr("не меньше этого `СХОДСТВА`, от 0.3 до 1; обычно 0.6", "at least this `LIKENESS`, from 0.3 to 1; else 0.6")},
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 20, Usage: e.tr("не больше `N` норм; 0 все", "at most `N` provisions; 0 all")},
			&cli.StringFlag{Name: "sort", Usage: e.tr("`ПОРЯДОК`: relevance (сначала самые похожие), date (сначала новые редакции) или document (как в тексте)",
				"`ORDER`: relevance (the most alike first), date (the newest editions first) or document (as they stand)")},
			&cli.BoolFlag{Name: "editions", Usage: e.tr("каждую редакцию и каждый дословный повтор отдельно; иначе они названы под первым", "each edition and each copy word for word by itself; else they are named below the first")},
		}, e.selection()...), e.readFlags()...), e.changeFlags()...),
		Action: e.similar,
	}
}

// A place is a provision whose like is looked for: one unit, or several that
// an address names together; of a quoted text the document is nil.
type place struct {
	doc       *corpus.Document
	addresses []corpus.Address
	unit      *corpus.Unit
}

func (e *env) similar(c *cli.Context) error {
	lib := &library{e: e, c: c}
	defer lib.close()
	asked, err := e.asked(c, lib)
	if err != nil {
		return err
	}
	req, err := e.similarRequest(c)
	if err != nil {
		return err
	}
	least, err := e.least(c)
	if err != nil {
		return err
	}
	look, err := e.seeker(c, lib, req)
	if err != nil {
		return err
	}
	places := []place{asked}
	if c.Bool("parts") {
		places = append(places, asked.parts()...)
	}
	var answers []*resemblance
	found := 0
	for i, p := range places {
		r, err := look(p, least)
		if err != nil {
			return err
		}
		if i == 0 || len(r.hits) > 0 {
			answers = append(answers, r)
		}
		found += len(r.hits)
	}
	if err := e.printSimilar(c, answers); err != nil {
		return err
	}
	if found == 0 {
		hint := e.tr("Ниже порог: --min 0.3. ", "A lower threshold: --min 0.3. ")
		if !c.Bool("parts") && len(asked.parts()) > 1 {
			hint += e.tr("Каждый пункт отдельно: --parts. ", "Each clause by itself: --parts. ")
		}
		return &exit{exitNothing, e.tr("похожих норм не найдено (сходство не ниже %s)", "no like provision was found (likeness of at least %s)", similarWordsOf(e.lang).decimal(least)), hint}
	}
	return nil
}

// asked finds the provision that the arguments name.
func (e *env) asked(c *cli.Context, lib *library) (place, error) {
	if c.IsSet("text") {
		if err := e.need(c, 0, 0); err != nil {
			return place{}, err
		}
		return e.quoted(c)
	}
	if err := e.need(c, 2, -1); err != nil {
		return place{}, err
	}
	d, err := lib.doc(c.Context, c.Args().First())
	if err != nil {
		return place{}, err
	}
	p := place{doc: d}
	at := strings.Join(c.Args().Tail(), " ")
	if p.addresses, err = e.locate(d, at); err != nil {
		return p, err
	}
	if p.unit = d.At(p.addresses[0]); len(p.addresses) > 1 {
		p.unit = &corpus.Unit{Kind: corpus.KindPassage}
		for _, a := range p.addresses {
			p.unit.Units = append(p.unit.Units, d.At(a))
		}
	}
	if k := p.unit.Kind; k < corpus.KindArticle && k != corpus.KindPreamble {
		return p, usage(e.tr("%s – это больше одной нормы", "%s is more than one provision", at),
			e.tr("Назовите статью, пункт или меньше", "Name an article, a clause or less"))
	}
	return p, nil
}

// maxQuoted is the size of a quoted text: that of a long article.
const maxQuoted = 1 << 20

// quoted takes the text of --text, or of the input, as a provision.
func (e *env) quoted(c *cli.Context) (place, error) {
	text := c.String("text")
	if text == "-" {
		data, err := io.ReadAll(io.LimitReader(e.stdin, maxQuoted+1))
		if err != nil {
			return place{}, err
		}
		src, err := extract.Bytes(c.Context, "-.txt", data)
		if err != nil {
			return place{}, err
		}
		var lines []string
		for _, l := range src.Lines {
			lines = append(lines, l.Text)
		}
		text = strings.Join(lines, "\n")
	}
	if len(text) > maxQuoted {
		return place{}, usage(e.tr("текст слишком длинный", "the text is too long"), e.tr("Возьмите одну норму", "Take one provision"))
	}
	u := &corpus.Unit{Kind: corpus.KindPassage}
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			u.Units = append(u.Units, &corpus.Unit{Kind: corpus.KindPassage, Text: l})
		}
	}
	if len(u.Units) == 0 {
		return place{}, usage(e.tr("текст пуст", "the text is empty"), "--text '…'")
	}
	return place{unit: u}, nil
}

// parts are the clauses, subclauses or paragraphs of a provision that are norms
// by themselves.
func (p place) parts() []place {
	var out []place
	for _, u := range p.unit.Units {
		q := place{doc: p.doc, unit: u}
		if p.doc != nil {
			q.addresses = []corpus.Address{p.doc.AddressOf(u)}
		}
		out = append(out, q)
	}
	return out
}

func (e *env) similarRequest(c *cli.Context) (index.Request, error) {
	req := index.Request{Limit: c.Int("limit"), Fold: !c.Bool("editions")}
	if req.Limit < 0 {
		return req, usage(e.tr("--%s не бывает меньше нуля", "--%s cannot be less than zero", "limit"), e.helpHint(c.Command))
	}
	var err error
	req.Sort, err = e.order(c)
	return req, err
}

// least is the likeness that --min asks for. A comma will do.
func (e *env) least(c *cli.Context) (float64, error) {
	s := c.String("min")
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || !(v >= compare.CopyLeast && v <= 1) {
		return 0, usage(e.tr("--min %s: сходство это число от 0.3 до 1", "--min %s: a likeness is a number from 0.3 to 1", s), e.helpHint(c.Command))
	}
	return v, nil
}
