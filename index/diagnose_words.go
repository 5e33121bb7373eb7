package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// diagnoseWords counts the words of a query, and finds what may have been
// meant by those that are nowhere.
func (s *search) diagnoseWords(ix *Index, q *query.Query, d *Diagnosis) error {
	if err := s.countWords(ix, q, d); err != nil {
		return err
	}
	for i := range d.Words {
		w := &d.Words[i]
		if k := w.need.Kind; w.Corpus == 0 && w.Forms == 0 && (k == query.NeedStem || k == query.NeedForm) {
			var err error
			if w.Near, err = ix.meant(s.ctx, s.docs, w.need.Form); err != nil {
				return err
			}
		}
	}
	return nil
}

// countWords counts the words of a query, each once.
func (s *search) countWords(ix *Index, q *query.Query, d *Diagnosis) error {
	return ix.read(s.ctx, s.docs, func(b bleve.Index) (err error) {
		d.Words = nil
		for _, n := range wordsOf(q.Needs(), nil) {
			w := WordCount{Word: n.String(), need: n}
			if n.Kind == query.NeedStem {
				w.Word = n.Form
			}
			if slices.ContainsFunc(d.Words, func(o WordCount) bool { return o.Word == w.Word }) || len(d.Words) == mostWords {
				continue
			}
			if w.Corpus, err = count(s.ctx, b, required(n), nil); err != nil {
				return err
			}
			if w.Articles = w.Corpus; len(s.list) < len(s.all) && w.Corpus > 0 {
				if w.Articles, err = count(s.ctx, b, required(n), s.list); err != nil {
					return err
				}
			}
			if n.Kind == query.NeedForm && w.Corpus == 0 {
				any, err := query.ParsePattern(`"`+n.Form+`"`, "", nil)
				if err != nil {
					return err
				}
				if w.Forms, err = count(s.ctx, b, required(any.Needs()), s.list); err != nil {
					return err
				}
			}
			d.Words = append(d.Words, w)
		}
		return nil
	})
}

// wordsOf appends the words of a need.
func wordsOf(n query.Need, to []query.Need) []query.Need {
	if len(n.Needs) == 0 && n.Kind != query.NeedNothing {
		return append(to, n)
	}
	for _, m := range n.Needs {
		to = wordsOf(m, to)
	}
	return to
}

// count counts the groups that a query finds, of some documents if list is
// not nil.
func count(ctx context.Context, b bleve.Index, q bquery.Query, list []store.Entry) (int, error) {
	if list != nil {
		if len(list) == 0 {
			return 0, nil
		}
		q = bquery.NewConjunctionQuery([]bquery.Query{q, among(list)})
	}
	res, err := b.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, 0, 0, false))
	if err != nil {
		if ctx.Err() != nil {
			return 0, ctx.Err()
		}
		return 0, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return int(res.Total), nil
}

// meant returns what may have been meant by a word that is nowhere: two words
// without the space between them, or what is spelt nearly so.
func (ix *Index) meant(ctx context.Context, docs Docs, form string) ([]Term, error) {
	var apart []Term
	err := ix.withLexicon(ctx, docs, func(l *lexicon) (err error) {
		apart, err = l.apart(ctx, form)
		return err
	})
	if err != nil {
		return nil, err
	}
	near, err := ix.Near(ctx, docs, form, mostMeant)
	// A keyboard without Kazakh letters is no slip: «жылдык» is «жылдық».
	slices.SortStableFunc(near, func(a, b Term) int {
		return cmp.Compare(slip(form, a.Form), slip(form, b.Form))
	})
	return append(apart, near...), err
}

// slip is 0 for forms that differ only in the letters that a Russian keyboard
// has for Kazakh ones.
func slip(a, b string) int {
	if inRussian.Replace(a) == inRussian.Replace(b) {
		return 0
	}
	return 1
}

// shortest is the least length of a word that is cut off another: shorter
// ones stand at the beginning and the end of many.
const shortest = 4

// apart finds two words of the corpus that make up a form: «общественныйсовет»,
// the likeliest cut only. A little word may be the first: «обобращениях».
func (l *lexicon) apart(ctx context.Context, form string) ([]Term, error) {
	rs := []rune(form)
	var best Term
	for i := 1; i <= len(rs)-shortest; i++ {
		first, second := string(rs[:i]), string(rs[i:])
		if i < shortest && !little[first] {
			continue
		}
		a, err := l.articles(ctx, first)
		if err != nil || a == 0 {
			if err != nil {
				return nil, err
			}
			continue
		}
		b, err := l.articles(ctx, second)
		if err != nil {
			return nil, err
		}
		if n := min(a, b); n > best.Articles {
			best = Term{first + " " + second, n}
		}
	}
	if best.Articles == 0 {
		return nil, nil
	}
	return []Term{best}, nil
}

// little are words that people forget to part from the next one.
var little = map[string]bool{"в": true, "во": true, "на": true, "о": true, "об": true, "по": true, "с": true, "со": true, "из": true,
	"от": true, "до": true, "за": true, "к": true, "и": true, "не": true, "для": true, "при": true, "без": true}

// meant puts what may have been meant into the query, and sees what it finds.
func (s *search) meant(ix *Index, d *Diagnosis) error {
	for _, text := range s.guesses(ix, d) {
		req := s.req
		req.Query, req.Limit, req.Fold, req.Context = text, 1, false, 0
		req.plain = true
		res, err := ix.Search(s.ctx, req, s.docs)
		if err != nil {
			if s.ctx.Err() != nil {
				return err
			}
			continue // what was guessed is no query
		}
		if t := res.Total; t.Units > 0 && !res.Relaxed {
			d.Meant = &Meant{Query: text, Units: t.Units, Documents: t.Documents, More: t.More}
			return nil
		}
	}
	// Two words that are nowhere together were not meant by one.
	for i := range d.Words {
		d.Words[i].Near = slices.DeleteFunc(d.Words[i].Near, func(t Term) bool { return strings.Contains(t.Form, " ") })
	}
	return nil
}

// guesses are queries that may have been meant, the likeliest first.
func (s *search) guesses(ix *Index, d *Diagnosis) []string {
	text := s.words
	var out []string
	add := func(q string) {
		for _, f := range s.filters {
			q += " " + f.String()
		}
		if q = strings.TrimSpace(q); q != s.req.Query && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	if q := s.otherKeyboard(ix, text); q != text {
		add(q)
	}
	unknown := map[string][]Term{}
	for _, w := range d.Words {
		if w.Corpus == 0 {
			unknown[strings.TrimPrefix(w.Word, "=")] = w.Near
		}
	}
	if len(unknown) == 0 {
		return out
	}
	add(joined(text, unknown, s, ix))
	for i := range mostMeant {
		add(replace(text, func(form string) string {
			near := unknown[form]
			if len(near) == 0 {
				return ""
			}
			return near[min(i, len(near)-1)].Form
		}))
	}
	return out
}

// replace puts other words in the places of those of a text that f knows.
func replace(text string, f func(form string) string) string {
	var b strings.Builder
	at := 0
	for _, w := range words.Split(text, "ru") {
		if w.Part != 0 || w.Lo < at {
			continue
		}
		if other := f(w.Form); other != "" {
			b.WriteString(text[at:w.Lo] + other)
			at = w.Hi
		}
	}
	return b.String() + text[at:]
}

// joined takes the space out from between two words that are one: «обще
// ственный».
func joined(text string, unknown map[string][]Term, s *search, ix *Index) string {
	var ws []words.Word
	for _, w := range words.Split(text, "ru") {
		if w.Part == 0 {
			ws = append(ws, w)
		}
	}
	_ = ix.withLexicon(s.ctx, s.docs, func(l *lexicon) error {
		for i := len(ws) - 2; i >= 0; i-- {
			a, b := ws[i], ws[i+1]
			_, first := unknown[a.Form]
			_, second := unknown[b.Form]
			if !first && !second || strings.TrimSpace(text[a.Hi:b.Lo]) != "" {
				continue
			}
			if n, err := l.articles(s.ctx, a.Form+b.Form); err == nil && n > 0 {
				text = text[:a.Lo] + a.Form + b.Form + text[b.Hi:]
			}
		}
		return nil
	})
	return text
}

// otherKeyboard reads what was typed with the keyboard in Latin letters, each
// word that the corpus has then: «ujljdjq jnxtn» is «годовой отчет».
func (s *search) otherKeyboard(ix *Index, text string) string {
	fields := strings.Fields(text)
	changed := false
	_ = ix.withLexicon(s.ctx, s.docs, func(l *lexicon) error {
		for i, f := range fields {
			mark := strings.TrimLeftFunc(f, func(r rune) bool { return r == '"' || r == '(' })
			if strings.ContainsFunc(f, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) || utf8.RuneCountInString(mark) < 2 {
				continue
			}
			for _, other := range otherLayout(strings.ToLower(f)) {
				if n, err := l.articles(s.ctx, other); err == nil && n > 0 {
					fields[i], changed = other, true
					break
				}
			}
		}
		return nil
	})
	if !changed {
		return text
	}
	return strings.Join(fields, " ")
}
