package remarks

import (
	"strings"

	"svod/corpus"
	"svod/corpus/words"
)

// A flat is a document as a sequence of words, each of which knows its
// paragraph.
type flat struct {
	doc   *corpus.Document
	lang  string
	paras []para
	words []word
	tops  [][2]int // runs of paragraphs of one article, or of what stands beside the articles
}

// A para is a heading or the own text of a unit.
type para struct {
	unit    *corpus.Unit
	at      corpus.Address
	heading bool
	text    string
	lo, hi  int // its words
	top     int // its run
}

// A word is one of a text, as texts are compared: by its form.
type word struct {
	lo, hi int // in its paragraph's text, or in the cell
	para   int
	form   string
	bare   string // the form less hyphens, of words without digits
	label  bool   // it belongs to a number: «Статья 5-1.», «2)»
	number bool
	gap    bool // of cells: something is left out here
	first  bool // of cells: it begins a line; of a gap, that it has its own
	stem   string
}

// flatten reads a document into words.
func flatten(d *corpus.Document) *flat {
	f := &flat{doc: d, lang: d.Meta.Language}
	if d.Root == nil {
		return f
	}
	var last *corpus.Unit
	var walk func(u, top *corpus.Unit)
	walk = func(u, top *corpus.Unit) {
		if u.Kind == corpus.KindContents {
			return
		}
		if top == nil && u.Kind >= corpus.KindArticle && u.Kind != corpus.KindPassage {
			top = u
		}
		run := top
		if run == nil {
			run = u
		}
		at := d.AddressOf(u)
		if u.Title != "" {
			f.add(para{unit: u, at: at, heading: true, text: strings.TrimSpace(u.Label + " " + u.Title)}, u.Label, run, &last)
			if u.Text != "" {
				f.add(para{unit: u, at: at, text: u.Text}, "", run, &last)
			}
		} else if text := strings.TrimSpace(u.Label + " " + u.Text); text != "" {
			f.add(para{unit: u, at: at, heading: u.Kind == corpus.KindArticle && u.Text == "", text: text}, u.Label, run, &last)
		}
		for _, c := range u.Units {
			walk(c, top)
		}
	}
	walk(d.Root, nil)
	return f
}

func (f *flat) add(p para, label string, run *corpus.Unit, last **corpus.Unit) {
	if run != *last || len(f.tops) == 0 {
		f.tops = append(f.tops, [2]int{len(f.paras), len(f.paras)})
		*last = run
	}
	p.top = len(f.tops) - 1
	p.lo = len(f.words)
	for _, w := range words.Split(p.text, f.lang) {
		if w.Part == 0 {
			x := wordOf(w)
			x.para, x.label = len(f.paras), w.Lo < len(label)
			f.words = append(f.words, x)
		}
	}
	p.hi = len(f.words)
	f.paras = append(f.paras, p)
	f.tops[p.top][1] = len(f.paras)
}

func wordOf(w words.Word) word {
	x := word{lo: w.Lo, hi: w.Hi, form: w.Form, stem: w.Stem}
	x.number = w.Stem != "" && w.Stem[0] >= '0' && w.Stem[0] <= '9' || fractions[w.Stem]
	if !strings.ContainsAny(w.Form, "0123456789") {
		x.bare = strings.ReplaceAll(w.Form, "-", "")
	}
	return x
}

// fractions are numbers that have no stem of digits.
var fractions = map[string]bool{"треть": true, "четверт": true, "половин": true, "жарт": true, "ширек": true}

// same reports whether two words are one to a reader who looks past hyphens.
func (w *word) same(v *word) bool { return w.form == v.form || w.bare != "" && w.bare == v.bare }

// A scope is which paragraphs of a document a cell is laid along, and which of
// them the row names.
type scope struct {
	f     *flat
	paras []int
	named map[int]bool // nil: all
}

// spotsOf returns what a reference means: strictly if it can.
func (f *flat) spotsOf(r Ref) []corpus.Spot {
	spots := f.doc.Spots(r.Reference)
	if len(spots) == 0 && !r.New {
		for _, at := range f.doc.Resolve(r.Reference) {
			spots = append(spots, corpus.Spot{Unit: f.doc.At(at)})
		}
	}
	return spots
}

// named returns the paragraphs that references name, and those of the
// provisions that they are parts of.
func (f *flat) named(refs []Ref) (named, around map[int]bool) {
	named, around = map[int]bool{}, map[int]bool{}
	inside := map[*corpus.Unit]bool{}
	own := map[*corpus.Unit]bool{}
	heads := map[*corpus.Unit]bool{}
	over := map[*corpus.Unit]bool{}
	for _, r := range refs {
		for _, s := range f.spotsOf(r) {
			if s.Unit == nil {
				continue
			}
			for _, u := range f.doc.Path(f.doc.AddressOf(s.Unit)) {
				if u != s.Unit {
					over[u] = true
				}
			}
			switch {
			case r.Heading:
				heads[s.Unit] = true
			case s.Counted:
				over[s.Unit] = true
				if s.Own {
					own[s.Unit] = true
				}
				for _, u := range s.Units {
					inside[u] = true
				}
			default:
				inside[s.Unit] = true
			}
		}
	}
	within := map[*corpus.Unit]bool{}
	for u := range inside {
		u.Walk(func(k *corpus.Unit) bool { within[k] = true; return true })
	}
	for i, p := range f.paras {
		switch {
		case within[p.unit], heads[p.unit] && p.heading, own[p.unit] && !p.heading:
			named[i] = true
		case over[p.unit], heads[p.unit], own[p.unit]:
			around[i] = true
		}
	}
	return named, around
}

// topOf returns the runs in which what references name lies, or would lie.
func (f *flat) topOf(refs []Ref) map[int]bool {
	tops := map[int]bool{}
	for _, r := range refs {
		ref := r.Reference
		for n := len(ref.Steps); n > 0; n-- {
			spots := f.doc.Resolve(corpus.Reference{Steps: ref.Steps[:n], Rest: ref.Rest})
			if len(spots) == 0 {
				continue
			}
			for _, at := range spots {
				for i, p := range f.paras {
					if p.at.Within(at) || at.Within(p.at) && p.at != "" {
						tops[p.top] = true
						_ = i
					}
				}
			}
			break
		}
	}
	return tops
}
