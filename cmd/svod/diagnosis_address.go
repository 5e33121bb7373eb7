package main

import (
	"strconv"
	"strings"

	"svod/corpus"
	"svod/index"
)

// whyNoProvision says why nothing stands at an address, and what there is.
func (e *env) whyNoProvision(d *index.Diagnosis) []string {
	var out []string
	if len(d.Steps) > 0 {
		return []string{e.tr("Этого нет ни в одном документе: %s.", "No document has it: %s.", e.steps(d.Steps))}
	}
	if d.Outside {
		return []string{e.tr("Акт «%s» в корпусе есть, но не среди выбранных документов.", "The act %q is in the corpus, but not among the documents chosen.", d.Act)}
	}
	if d.Act != "" && len(d.Gaps) == 0 {
		s := e.tr("Акта «%s» в корпусе нет.", "There is no act %q in the corpus.", d.Act)
		if len(d.Acts) > 0 {
			var names []string
			for _, en := range d.Acts {
				name := "«" + oneLine(en.Meta.Title) + "»"
				if en.Meta.Number != "" {
					name += " № " + en.Meta.Number
				}
				names = append(names, name)
			}
			s += " " + e.tr("Похожие", "Alike") + ": " + strings.Join(names, ", ") + "."
		} else {
			s += " " + e.tr("Что есть: svod list", "What is there: svod list")
		}
		return append(out, s)
	}
	for _, g := range d.Gaps {
		where := "«" + oneLine(g.Title) + "»"
		if g.Title == "" {
			where = e.tr("без заглавия", "untitled") + " (" + g.Document + ")"
		}
		if g.Edition != "" {
			where += e.tr(", ред. ", ", ed. ") + e.date(g.Edition)
		}
		if g.Citation != "" {
			where += ", " + g.Citation
		}
		out = append(out, where+": "+e.gap(g.Gap))
	}
	return out
}

// gap says what stands in place of what is missing.
func (e *env) gap(g corpus.Gap) string {
	s := e.tr("такого нет: %s", "there is no %s", spaced(e.kindName(g.Kind.String()), strings.Join(g.Nums, ", "))) + ". "
	if len(g.Have) > 0 {
		return s + e.tr("Есть: ", "There are: ") + spaced(e.kindNames(g.Kind, len(g.Have)), runs(g.Have, g)) + "."
	}
	var names []string
	for _, k := range g.Others {
		names = append(names, e.kindNames(k, 2))
	}
	if len(names) == 0 {
		return s + e.tr("Там только текст без номеров.", "There is only text without numbers.")
	}
	return s + e.tr("Есть: ", "There are: ") + join(names) + "."
}

// kindNames is the word for n units of a kind.
func (e *env) kindNames(k corpus.Kind, n int) string {
	name := e.kindName(k.String())
	many := map[corpus.Kind]string{corpus.KindPart: "части", corpus.KindSection: "разделы", corpus.KindSubsection: "подразделы", corpus.KindChapter: "главы",
		corpus.KindParagraph: "параграфы", corpus.KindArticle: "статьи", corpus.KindClause: "пункты", corpus.KindSubclause: "подпункты", corpus.KindItem: "буквы",
		corpus.KindAppendix: "приложения", corpus.KindPassage: "абзацы", corpus.KindTable: "таблицы"}
	switch {
	case n == 1:
	case e.lang == "en":
		return name + "s"
	case many[k] != "":
		return many[k]
	}
	return name
}

// mostRuns is how much of a list of numbers is told.
const mostRuns = 12

// runs writes numbers in order, neighbours as «1–4»; of a long list its ends,
// and those around the place that was asked for.
func runs(have []string, g corpus.Gap) string {
	var out []string
	for i := 0; i < len(have); {
		j := i
		for j+1 < len(have) && follows(have[j], have[j+1]) {
			j++
		}
		switch {
		case j > i+1:
			out = append(out, have[i]+"–"+have[j])
		case j > i:
			out = append(out, have[i], have[j])
		default:
			out = append(out, have[i])
		}
		i = j + 1
	}
	if len(out) <= mostRuns {
		return strings.Join(out, ", ")
	}
	before, after := g.Around()
	var ends []string
	for _, n := range []string{have[0], before, after, have[len(have)-1]} {
		if n != "" && (len(ends) == 0 || ends[len(ends)-1] != n) {
			ends = append(ends, n)
		}
	}
	return strings.Join(ends, " … ")
}

func follows(a, b string) bool {
	n, err1 := strconv.Atoi(a)
	m, err2 := strconv.Atoi(b)
	return err1 == nil && err2 == nil && m == n+1
}
