package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare/stat"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/words"
)

// MeasureOptions say how texts are measured.
type MeasureOptions struct {
	Window   int  // of MATTR in words; 0 means 100
	Exact    bool // different words are different forms, not stems
	Language string
}

// Measures are the diversity of words and the readability of documents.
type Measures struct {
	Window    int
	Documents []Measured

	options MeasureOptions
	lex     *lexis // all words: of diversity
	running *lexis // without headings and tables: of readability
}

// Measured is what was measured of one document. What is not defined is nil, and
// Reasons says why, by the name of the field.
type Measured struct {
	Document string   `json:"document"`
	Title    string   `json:"title"`
	Words    int      `json:"words"`
	Types    int      `json:"types"`
	TTR      *float64 `json:"ttr"`
	MATTR    *float64 `json:"mattr"`

	Sentences      int               `json:"sentences"`
	ReadWords      int               `json:"words_read"` // without numbers, headings, tables
	Syllables      int               `json:"syllables"`
	Long           int               `json:"long_words"`
	PerSentence    *float64          `json:"words_per_sentence"`
	PerWord        *float64          `json:"syllables_per_word"`
	FleschOborneva *float64          `json:"flesch_oborneva"` // nil for texts that are not Russian
	Kincaid        *float64          `json:"flesch_kincaid_oborneva"`
	LIX            *float64          `json:"lix"`
	Reasons        map[string]string `json:"reasons,omitempty"`

	ttr, mattr, undefined error
	russian               bool
}

// longWord is how many letters a word has at most that is not long for LIX.
const longWord = 6

// MeasureTexts measures each document.
func MeasureTexts(docs []*corpus.Document, opts MeasureOptions) *Measures {
	if opts.Window <= 0 {
		opts.Window = 100
	}
	m := &Measures{Window: opts.Window, options: opts, lex: newLexis(docs, opts.Exact, nil),
		running: newLexis(docs, opts.Exact, []Skip{SkipHeadings, SkipTables})}
	for i, d := range docs {
		x := Measured{Document: d.ID, Title: m.lex.names[i], Reasons: map[string]string{}}
		m.diversity(d, &x)
		m.readability(i, &x)
		m.Documents = append(m.Documents, x)
	}
	return m
}

func (m *Measures) diversity(d *corpus.Document, x *Measured) {
	var keys []string
	seen := map[string]bool{}
	m.lex.each(d, func(a article, ws []query.Token) {
		for _, w := range ws {
			k := m.lex.key(a, w)
			keys = append(keys, k)
			seen[k] = true
		}
	})
	x.Words, x.Types = len(keys), len(seen)
	put := func(name string, v float64, err error) (*float64, error) {
		if err != nil {
			x.Reasons[name] = reasonCode(err)
			return nil, err
		}
		return &v, nil
	}
	v, err := stat.TTR(keys)
	x.TTR, x.ttr = put("ttr", v, err)
	v, err = stat.MATTR(keys, m.Window)
	x.MATTR, x.mattr = put("mattr", v, err)
}

// read is what readability asks of one unit of a text.
type read struct {
	sentences, words, syllables, long int
	russian                           int // words of Russian paragraphs
}

// read counts the sentences, words and syllables of running text, unit by unit.
func (m *Measures) read(doc int, f func(a article, unit int, r read)) {
	m.running.each(m.running.docs[doc], func(a article, ws []query.Token) {
		langs := a.text.Languages()
		last := 0
		for i := 0; i < len(ws); {
			unit := ws[i].Unit
			var r read
			for ; i < len(ws) && ws[i].Unit == unit; i++ {
				w := form(a, ws[i])
				if !strings.ContainsFunc(w, unicode.IsLetter) {
					continue // numbers are read nobody knows how
				}
				if ws[i].Sentence != last {
					last = ws[i].Sentence
					r.sentences++
				}
				r.words++
				r.syllables += words.Syllables(w)
				if utf8.RuneCountInString(w) > longWord {
					r.long++
				}
				if langs[unit] == "ru" {
					r.russian++
				}
			}
			f(a, unit, r)
		}
	})
}

func (m *Measures) readability(doc int, x *Measured) {
	russian := 0
	m.read(doc, func(_ article, _ int, r read) {
		x.Sentences += r.sentences
		x.ReadWords += r.words
		x.Syllables += r.syllables
		x.Long += r.long
		russian += r.russian
	})
	x.russian = 2*russian > x.ReadWords
	r, err := stat.Readable(float64(x.Sentences), float64(x.ReadWords), float64(x.Syllables), float64(x.Long))
	if x.undefined = err; err != nil {
		x.Reasons["readability"] = reasonCode(err)
		return
	}
	x.PerSentence, x.PerWord, x.LIX = &r.PerSentence, &r.PerWord, &r.LIX
	if x.russian {
		x.FleschOborneva, x.Kincaid = &r.FleschOborneva, &r.KincaidOborneva
	} else {
		x.Reasons["flesch_oborneva"] = "not-russian"
	}
}

// Report returns the measures as two tables.
func (m *Measures) Report() *table.Report {
	p, lang := wordPhrasesOf(m.options.Language, m.lex.docs)
	return &table.Report{Title: p.Diversity + ". " + p.Readability, Language: lang, Blocks: []table.Block{m.diversityTable(p), m.readabilityTable(p)},
		Data: struct {
			Window    int        `json:"mattr_window"`
			Documents []Measured `json:"documents"`
		}{m.Window, m.Documents}}
}

func (m *Measures) diversityTable(p *wordPhrases) *table.Table {
	kind := p.Stems
	if m.options.Exact {
		kind = p.Exact
	}
	t := &table.Table{Caption: p.Diversity, Source: p.Source, Base: "n = " + digits(len(m.Documents)),
		Notes: []string{strings.NewReplacer("{n}", digits(m.Window), "{k}", kind).Replace(p.DiversityNote)},
		Head:  [][]table.Cell{table.Heads(p.Document, p.Running, p.Different, "TTR", "MATTR (w = "+digits(m.Window)+")")}}
	for i, x := range m.Documents {
		n, v := m.lex.words(x.Words, func(doc int) bool { return doc == i }), m.types(p, i, x)
		ttr, mattr := p.reason(x.ttr), p.reason(x.mattr)
		if x.TTR != nil {
			ttr = formula(table.Decimal(*x.TTR), x.Title+": TTR", p.Different+" / "+p.Running, termOf(p.Different, v), termOf(p.Running, n))
		}
		if x.MATTR != nil {
			mattr = formula(table.Decimal(*x.MATTR), x.Title+": MATTR", "Σ Vᵢ / (w·k)", value("w", float64(m.Window)), value("k", float64(x.Words-m.Window+1)))
		}
		t.Rows = append(t.Rows, []table.Cell{label(x.Title), n, v, ttr, mattr})
	}
	return t
}

// types is the number of different words, each shown where it stands first.
func (m *Measures) types(p *wordPhrases, doc int, x Measured) table.Cell {
	return basis(count(x.Types), func() table.Explanation {
		out := table.Explanation{What: x.Title + ": " + p.Different}
		seen := map[string]bool{}
		m.lex.each(m.lex.docs[doc], func(a article, ws []query.Token) {
			for _, w := range ws {
				if k := m.lex.key(a, w); !seen[k] {
					seen[k] = true
					e := m.lex.place(doc, a, w.Unit)
					e.Matches, e.Count = [][2]int{{w.Lo, w.Hi}}, 1
					out.Items = append(out.Items, e)
				}
			}
		})
		return out
	})
}

// runningCount is a count of the text without headings and tables, unit by unit.
func (m *Measures) runningCount(doc, n int, what string, of func(r read) int) table.Cell {
	return basis(table.Int(n), func() table.Explanation {
		x := table.Explanation{What: m.lex.names[doc] + ": " + what, Tried: []string{what}, In: []string{m.lex.names[doc]}}
		m.read(doc, func(a article, unit int, r read) {
			if k := of(r); k > 0 {
				e := m.running.place(doc, a, unit)
				e.Count = k
				x.Items = append(x.Items, e)
			}
		})
		return x
	})
}

// label is the heading of a row.
func label(s string) table.Cell {
	c := table.Text(s)
	c.Head = true
	return c
}

func (m *Measures) readabilityTable(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: p.Readability, Source: p.Source, Base: "n = " + digits(len(m.Documents)), Notes: []string{p.ReadabilityNote}, Landscape: true,
		Head: [][]table.Cell{table.Heads(p.Document, p.Sentences, p.ReadWords, p.Syllables, p.Long, p.PerSentence, p.PerWord, p.Flesch, p.Kincaid, p.LIX)}}
	foreign := false
	for i, x := range m.Documents {
		s := m.runningCount(i, x.Sentences, p.Sentences, func(r read) int { return r.sentences })
		w := m.runningCount(i, x.ReadWords, p.ReadWords, func(r read) int { return r.words })
		y := m.runningCount(i, x.Syllables, p.Syllables, func(r read) int { return r.syllables })
		l := m.runningCount(i, x.Long, p.Long, func(r read) int { return r.long })
		row := []table.Cell{label(x.Title), s, w, y, l}
		if x.undefined != nil {
			c := p.reason(x.undefined)
			c.Cols = 5
			t.Rows = append(t.Rows, append(row, c))
			continue
		}
		terms := []table.Term{termOf("S", s), termOf("W", w), termOf("Y", y), termOf("L", l)}
		put := func(v *float64, name, how string) {
			if v == nil {
				foreign = true
				row = append(row, table.Text(p.NotApplicable))
				return
			}
			row = append(row, formula(table.Decimal(*v), x.Title+": "+name, how, terms...))
		}
		put(x.PerSentence, p.PerSentence, "W/S")
		put(x.PerWord, p.PerWord, "Y/W")
		put(x.FleschOborneva, p.Flesch, "206,835 − 1,3·W/S − 60,1·Y/W")
		put(x.Kincaid, p.Kincaid, "0,5·W/S + 8,4·Y/W − 15,59")
		put(x.LIX, p.LIX, "W/S + 100·L/W")
		t.Rows = append(t.Rows, row)
	}
	if foreign {
		t.Notes = append(t.Notes, p.NotRussian)
	}
	return t
}
