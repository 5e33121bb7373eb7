package index_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/store"
)

// A provision is a unit of a document as the regular expressions of a truth
// see it.
type provision struct {
	entry           store.Entry
	doc             *corpus.Document
	unit            *corpus.Unit
	clause, article *corpus.Unit // that it stands in, or itself
	text            string       // its own words in small letters, ё is е
}

func (p provision) place() string { return p.doc.ID + " " + string(p.doc.AddressOf(p.unit)) }

// readLaw reads the provisions of a corpus, without tables of contents, which
// only repeat them.
func readLaw(t *testing.T, st *store.Store) []provision {
	var out []provision
	plain := strings.NewReplacer("ё", "е", "Ё", "е", "\u00a0", " ", "\u00ad", "")
	for _, e := range entries(t, st) {
		d, err := st.Get(context.Background(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		var walk func(u, clause, article *corpus.Unit)
		walk = func(u, clause, article *corpus.Unit) {
			for _, c := range u.Units {
				p := provision{e, d, c, clause, article, strings.ToLower(plain.Replace(c.Own()))}
				if c.Kind <= corpus.KindClause {
					p.clause = c
				}
				if c.Kind <= corpus.KindArticle || article == nil {
					p.article = c
				}
				if c.Kind == corpus.KindContents {
					continue
				}
				out = append(out, p)
				below := p.article
				if c.Kind < corpus.KindArticle {
					below = nil
				}
				walk(c, p.clause, below)
			}
		}
		walk(d.Root, nil, nil)
	}
	return out
}

// A truth tells where the hits are, as «document address».
type truth func([]provision) []string

// of leaves the hits in some documents.
func (f truth) of(keep func(store.Entry) bool) truth {
	return func(law []provision) []string {
		return f(slices.DeleteFunc(slices.Clone(law), func(p provision) bool { return !keep(p.entry) }))
	}
}

// Forms of words as expressions name them, and what may stand between words.
var forms = strings.NewReplacer(
	"<совет>", "совет(?:|а|у|ом|е|ы|ов|ам|ами|ах)",
	"<отчет>", "отчет(?:|а|у|ом|е|ы|ов|ам|ами|ах)",
	"<доклад>", "доклад(?:|а|у|ом|е|ы|ов|ам|ами|ах)",
	"<годовой>", "годов(?:ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)",
	"<общественный>", "общественн(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)",
	"<земельный>", "земельн(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)",
	"<участок>", "участ(?:ок|ка|ку|ком|ке|ки|ков|кам|ками|ках)",
	"<рекомендация>", "рекомендаци(?:я|и|ю|ей|й|ям|ями|ях)",
	"<председатель>", "председател(?:ь|я|ю|ем|е|и|ей|ям|ями|ях)",
	"<срок>", "срок(?:|а|у|ом|е|и|ов|ам|ами|ах)",
	"_", `[^\p{L}\p{N}\n]+`,
	"<2>", `[^\p{L}\p{N}\n]+(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*[^\p{L}\p{N}\n]+){0,1}`,
	"<5>", `[^\p{L}\p{N}\n]+(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*[^\p{L}\p{N}\n]+){0,4}`,
	"<с>", `[^.!?…\n]*`,
)

var expressions = map[string]*regexp.Regexp{}

// expression makes a regular expression of whole words.
func expression(s string) *regexp.Regexp {
	if expressions[s] == nil {
		expressions[s] = regexp.MustCompile(`(?:^|[^\p{L}\p{N}])(?:` + forms.Replace(s) + `)(?:$|[^\p{L}\p{N}])`)
	}
	return expressions[s]
}

func all(es ...string) func(string) bool {
	return func(text string) bool {
		return !slices.ContainsFunc(es, func(e string) bool { return !expression(e).MatchString(text) })
	}
}

func any(es ...string) func(string) bool {
	return func(text string) bool {
		return slices.ContainsFunc(es, func(e string) bool { return expression(e).MatchString(text) })
	}
}

func none(string) bool { return false }

// match are the provisions that have an expression.
func match(s string) truth { return those(expression(s).MatchString) }

func those(fit func(text string) bool) truth {
	return func(law []provision) []string {
		var out []string
		for _, p := range law {
			if fit(p.text) {
				out = append(out, p.place())
			}
		}
		return out
	}
}

// inArticle are the provisions that have all that is asked for; of an article
// where none has, but which has it, the smallest that holds the parts. An
// article that has what is excluded is out.
func inArticle(whole, part, not func(text string) bool) truth {
	return inScope(func(p provision) *corpus.Unit { return p.article }, whole, part, not)
}

func inClause(whole, part, not func(text string) bool) truth {
	return inScope(func(p provision) *corpus.Unit { return p.clause }, whole, part, not)
}

func inScope(of func(provision) *corpus.Unit, whole, part, not func(text string) bool) truth {
	return func(law []provision) []string {
		var out []string
		for len(law) > 0 {
			n := 1
			for n < len(law) && of(law[n]) != nil && of(law[n]) == of(law[0]) {
				n++
			}
			var texts []string
			var own, parts []provision
			for _, p := range law[:n] {
				texts = append(texts, p.text)
				if whole(p.text) {
					own = append(own, p)
				}
				if part(p.text) {
					parts = append(parts, p)
				}
			}
			text := strings.Join(texts, "\n")
			switch {
			case not(text) || !whole(text):
			case len(own) > 0:
				for _, p := range own {
					out = append(out, p.place())
				}
			default:
				out = append(out, around(parts))
			}
			law = law[n:]
		}
		return out
	}
}

// around is the smallest unit with all of some.
func around(ps []provision) string {
	d := ps[0].doc
	path := d.Path(d.AddressOf(ps[0].unit))
	for _, p := range ps[1:] {
		other := d.Path(d.AddressOf(p.unit))
		n := 0
		for n < len(path) && n < len(other) && path[n] == other[n] {
			n++
		}
		path = path[:n]
	}
	return d.ID + " " + string(d.AddressOf(path[len(path)-1]))
}

// often are the provisions that have an expression so many times, else the
// smallest with all that an article has of it.
func often(n int, e string) truth {
	return inArticle(func(text string) bool { return len(expression(e).FindAllString(text, -1)) >= n }, any(e), none)
}

// close are the provisions with a word that differs in at most so many slips.
func close(word string, slips int) truth {
	letters := regexp.MustCompile(`[\p{L}\p{N}]+`)
	known := map[string]bool{}
	return those(func(text string) bool {
		for _, w := range letters.FindAllString(text, -1) {
			is, ok := known[w]
			if !ok {
				is = differ([]rune(word), []rune(w), slips)
				known[w] = is
			}
			if is {
				return true
			}
		}
		return false
	})
}

// differ reports whether b can be made of a by at most so many slips, in plain
// words of the definition.
func differ(a, b []rune, slips int) bool {
	switch {
	case slips < 0 || len(a)-len(b) > slips || len(b)-len(a) > slips:
		return false
	case len(a) == 0 || len(b) == 0:
		return true
	case a[0] == b[0] && differ(a[1:], b[1:], slips):
		return true
	case differ(a[1:], b, slips-1) || differ(a, b[1:], slips-1) || differ(a[1:], b[1:], slips-1):
		return true
	}
	return len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] && differ(a[2:], b[2:], slips-1)
}
