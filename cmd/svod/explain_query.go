package main

import (
	"fmt"
	"strings"

	"svod/corpus"
	"svod/corpus/query"
	"svod/index"
)

// explained are the lines that say how a query was understood.
func (e *env) explained(res *index.Result) []string {
	x := res.Explanation
	understood := res.Understood
	if x != nil && x.Address != "" {
		understood = e.steps(x.Steps)
		if x.Act != "" {
			understood += e.tr("; акт: ", "; act: ") + x.Act
		}
	}
	out := []string{e.tr("Запрос понят так: %s", "The query was understood as: %s", understood)}
	if x == nil {
		return out
	}
	add := func(ru, en string, args ...any) { out = append(out, e.tr(ru, en, args...)) }
	switch {
	case x.Address != "":
		add("Это адрес нормы.", "It is the address of a provision.")
		for _, a := range x.Acts {
			out = append(out, "  "+e.named(a.Meta))
		}
	case x.NoAddress == "number":
		add("Это слова, а не адрес: в адресе нужен номер («ст. 5») или название акта.", "These are words, no address: that needs a number (“ст. 5”) or the name of an act.")
	case x.NoAddress == "operators":
		add("Это слова, а не адрес: в адресе нет операторов, кавычек вокруг, знаков = * ~.", "These are words, no address: that has no operators, no quotes around it, no = * ~.")
	case x.NoAddress == "act":
		add("Это слова, а не адрес: акта с таким названием в корпусе нет.", "These are words, no address: the corpus has no act of that name.")
	default:
		add("Это слова, а не адрес: статья, пункт и т. п. в нём не названы.", "These are words, no address: no article, clause or the like is named.")
	}
	if x.Address == "" {
		if len(x.Tree.Of) > 0 {
			add("Что с чем связано:", "What binds what:")
			out = append(out, e.treeLines(x.Tree, "  ")...)
		}
		add("Слова (в скобках число статей):", "Words (with the number of articles):")
		for _, w := range x.Words {
			out = append(out, e.wordLines(w)...)
		}
		if len(res.Synonyms) > 0 {
			add("Синонимы, по которым тоже ищем (--no-synonyms их выключит):", "Synonyms that are looked for, too (--no-synonyms leaves them out):")
		}
		for _, s := range res.Synonyms {
			out = append(out, "  "+s.Of+" → "+join(s.Words))
		}
		if x.Question {
			add("Знак «?» в конце: достаточно любых из слов.", "The “?” at the end: any of the words will do.")
		}
		if res.Relaxed && !x.Question {
			add("Всех слов вместе нет ни в одной норме: взяты любые.", "No provision has all the words: any were taken.")
		}
	}
	for _, f := range x.Filters {
		add("Условие %s: документов %d из %d", "Condition %s: %d documents of %d", or(f.Text, "…"), f.Documents, x.Documents)
	}
	add("Документов, в которых ищем: %d из %d", "Documents searched: %d of %d", x.Searched, x.Documents)
	return out
}

// steps print an address as it was understood, the outermost first.
func (e *env) steps(steps []corpus.Step) string {
	var out []string
	for _, st := range steps {
		out = append(out, spaced(e.kindName(st.Kind.String()), strings.Join(st.Nums, ", ")))
	}
	return strings.Join(out, " → ")
}

// wordLines say how a word is compared, and what it finds.
func (e *env) wordLines(w index.WordExplained) []string {
	s := "  " + w.Word
	var stems []string
	for _, st := range w.Stems {
		stems = append(stems, fmt.Sprintf("«%s» (%s)", st.Stem, st.Language))
	}
	if len(stems) > 0 {
		s += e.tr(": основа ", ": stem ") + strings.Join(stems, ", ")
	}
	s += "; " + e.articles(w.Articles)
	out := []string{s}
	var forms []string
	for _, f := range w.Forms {
		forms = append(forms, fmt.Sprintf("%s %d", f.Form, f.Articles))
	}
	if left := w.Found - len(w.Forms); left > 0 {
		forms = append(forms, e.tr("и ещё %s", "and %s more", e.count(left, "форма", "формы", "форм", "form")))
	}
	switch {
	case len(forms) > 0:
		out = append(out, e.tr("    формы в корпусе: ", "    forms in the corpus: ")+strings.Join(forms, ", "))
	case w.Articles == 0:
		out = append(out, e.tr("    таких слов в корпусе нет", "    the corpus has no such words"))
	}
	return out
}

// treeLines print a tree, an operator above its operands.
func (e *env) treeLines(t query.Tree, indent string) []string {
	name := t.Text
	switch t.Code {
	case "phrase":
		return []string{indent + t.Text + e.tr("  фраза: слова подряд", "  a phrase: word by word")}
	case "near":
		name += e.tr("  рядом, в любом порядке", "  near, in any order")
	case "ordered":
		name += e.tr("  рядом, в этом порядке", "  near, in this order")
	case "sentence":
		name += e.tr("  в одном предложении", "  in one sentence")
	case "clause":
		name += e.tr("  в одном пункте", "  in one clause")
	case "article":
		name += e.tr("  в одной статье", "  in one article")
	case "and":
		name += e.tr("  все сразу в одной статье", "  all of them in one article")
	case "or":
		name += e.tr("  любое из них", "  any of them")
	case "not":
		name += e.tr("  и без этого", "  and without it")
	case "times":
		name += e.tr("  столько раз или больше в одной статье", "  so many times or more in one article")
	case "fuzzy":
		name += e.tr("  близкое написание", "  close spelling")
	case "form":
		name += e.tr("  только эта форма", "  this form only")
	}
	out := []string{indent + name}
	for _, c := range t.Of {
		out = append(out, e.treeLines(c, indent+"  ")...)
	}
	return out
}

// explainJSON is the form of an explanation that other programs read.
func explainJSON(res *index.Result, x *index.Explanation) map[string]any {
	ws := []map[string]any{}
	for _, w := range x.Words {
		stems, forms := []map[string]any{}, []map[string]any{}
		for _, st := range w.Stems {
			stems = append(stems, map[string]any{"language": st.Language, "stem": st.Stem})
		}
		for _, f := range w.Forms {
			forms = append(forms, map[string]any{"word": f.Form, "articles": f.Articles})
		}
		ws = append(ws, map[string]any{"word": w.Word, "articles": w.Articles, "stems": stems, "forms": forms, "found": w.Found})
	}
	filters := []map[string]any{}
	for _, f := range x.Filters {
		filters = append(filters, map[string]any{"text": f.Text, "field": f.Field, "documents": f.Documents})
	}
	data := map[string]any{"understood": res.Understood, "address": x.Address, "no_address": x.NoAddress, "acts": actsJSON(x.Acts), "tree": nil,
		"words": ws, "filters": filters, "documents": x.Documents, "searched": x.Searched, "relaxed": res.Relaxed, "question": x.Question}
	if x.Address == "" {
		data["tree"] = x.Tree
	}
	return data
}
