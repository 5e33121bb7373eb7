package remarks

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/words"
)

// A Merged is the remarks of several tables in the order of the act.
type Merged struct {
	Tables []*Table
	Draft  *corpus.Document // the draft or the act whose order it is; may be nil
	Rows   []Merger
	Extra  []string // headings of columns that only some tables have
	HasNew bool     // some table has a column of proposed text beside one of remarks
}

// A Merger is a row: a remark, or one that several authors make in the same
// words.
type Merger struct {
	Element  string
	Group    string
	Before   string
	After    string
	Remark   string
	Reasons  []string
	Authors  []string
	Decision []string
	Sections []string          // headings of its table that name no act
	Extra    map[string]string // by heading
	Sources  []Origin
	Placed   Placing

	by  []string // whose each of Reasons is
	key rank
	act int // of the actList; 0 for none
	tie int
}

// A Placing says how a row came to its place.
type Placing string

// The placings.
const (
	InAct   Placing = "act"      // by its provision
	General Placing = "general"  // it is about the whole
	NoPlace Placing = "unplaced" // its provision could not be read
)

// An Origin is the row of a file that a remark comes from.
type Origin struct {
	File   string `json:"file"`
	Row    int    `json:"row"`
	Page   int    `json:"page,omitempty"`
	Author string `json:"author"`
}

// Merge puts the rows of tables together, in the order of the act by the
// numbers of its provisions, those of one act (a group of the tables) together,
// in the order in which doc, the draft, names them, else as they come first; doc
// (the act or the draft) tells where chapters stand too, and may be nil. laws
// are the acts that the draft touches: a text in Russian and one in Kazakh make
// known that rows in either language are about one act. Nothing is left out: each row of each table is in
// exactly one row of the result.
func Merge(tables []*Table, doc *corpus.Document, laws ...*corpus.Document) *Merged {
	m := &Merged{Tables: tables, Draft: doc}
	var f *flat
	if doc != nil {
		f = flatten(doc)
	}
	acts := actsOf(tables, laws)
	acts.follow(doc)
	for _, t := range tables {
		author := authorOf(t)
		m.HasNew = m.HasNew || t.Has(After)
		for i := range t.Rows {
			m.take(t, &t.Rows[i], author, f, acts)
		}
	}
	for i := range m.Rows {
		x := &m.Rows[i]
		x.tie, x.Group = i, acts.name(x.act)
	}
	slices.SortStableFunc(m.Rows, func(a, b Merger) int {
		if c := cmp.Compare(placingOrder(a.Placed), placingOrder(b.Placed)); c != 0 {
			return c
		}
		if c := acts.before(a.act, b.act); c != 0 { // articles of different acts have the same numbers
			return c
		}
		if a.Placed == InAct {
			if c := totalOrder(a.key, b.key); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.tie, b.tie)
	})
	return m
}

func placingOrder(p Placing) int { return slices.Index([]Placing{General, InAct, NoPlace}, p) }

// totalOrder orders places in an act, so that every two have an order: what is
// above before what is in it, and kinds as they nest.
func totalOrder(a, b rank) int {
	for i := range min(len(a), len(b)) {
		x, y := a[i], b[i]
		if p, q := place(x.Kind), place(y.Kind); i == 0 && p != q {
			return cmp.Compare(p, q)
		}
		if x.Kind != y.Kind {
			return cmp.Compare(x.Kind, y.Kind)
		}
		m, n := firstNum(x), firstNum(y)
		switch {
		case m == n:
		case corpus.NumberLess(m, n):
			return -1
		case corpus.NumberLess(n, m):
			return 1
		default:
			if c := strings.Compare(m, n); c != 0 {
				return c
			}
		}
		if c := slices.Compare(x.Nums, y.Nums); c != 0 && len(a) == i+1 && len(b) == i+1 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// take puts a row of a table into the result.
func (m *Merged) take(t *Table, r *Row, author string, f *flat, acts *actList) {
	x := Merger{Element: r.element(t.At(r, Element)), Before: t.At(r, Before), After: t.At(r, After), Remark: t.At(r, Remark), Extra: map[string]string{}}
	x.act = acts.of(r.Group, x.Element)
	if r.Section != "" {
		x.Sections = []string{r.Section}
	}
	author = cmp.Or(bodyOf(r.By), author)
	if s := t.At(r, Author); s != "" {
		author = s
	}
	if s := t.At(r, Reason); s != "" {
		x.Reasons = []string{s}
	}
	if s := t.At(r, authorAndCause); s != "" { // «Автор и обоснование»: the author stands in its first line
		who, why, _ := strings.Cut(s, "\n")
		if author = who; strings.TrimSpace(why) != "" {
			x.Reasons = append(x.Reasons, strings.TrimSpace(why))
		}
	}
	if s := t.At(r, Decision); s != "" {
		x.Decision = []string{s}
	}
	for c, role := range t.Roles {
		if role == Other && r.Cells[c] != "" {
			head := cmp.Or(strings.Join(strings.Fields(t.Heads[c]), " "), "…")
			if at := slices.IndexFunc(m.Extra, func(h string) bool { return foldHead(h) == foldHead(head) }); at >= 0 {
				head = m.Extra[at]
			} else {
				m.Extra = append(m.Extra, head)
			}
			x.Extra[head] = joinLines(x.Extra[head], r.Cells[c])
		}
	}
	author = strings.Join(strings.Fields(author), " ")
	if author != "" {
		x.Authors = []string{author}
	}
	for range x.Reasons {
		x.by = append(x.by, author)
	}
	x.Sources = []Origin{{File: t.Name, Row: r.Line, Page: r.Page, Author: author}}
	refs := t.Refs(r)
	switch {
	case len(refs) > 0 && len(refs[0].Steps) > 0:
		x.Placed, x.key = InAct, rankOf(refs[0], f)
	case title.MatchString(x.Element), opening.MatchString(x.Element): // above the preamble: its key is empty
		x.Placed = InAct
	case isGeneral(x.Element), isGeneral(r.Under):
		x.Placed = General
	default:
		x.Placed = NoPlace
	}
	for i := range m.Rows {
		if m.Rows[i].same(&x) {
			m.Rows[i].join(&x)
			return
		}
	}
	m.Rows = append(m.Rows, x)
}

var general = lazy.New(`(?i)(?:общ(?:ее|ие)|концептуальн\pL+)\s+(?:замечани|предложени)|по\s+(?:всему\s+)?(?:тексту|(?:законо)?проекту)|в\s+целом|весь\s+(?:текст|(?:законо)?проект)|всему\s+(?:тексту|(?:законо)?проекту)|^\s*общ(?:ее|ие)\s*$|жалпы|(?:бүкіл|барлық)\s+мәтін|мәтін\s+бойынша|бүкіл\s+жоба|general|whole`)

// title is the name of the whole draft or act, as a provision.
var title = lazy.New(`(?i)^\s*(?:заголовок|наименование|название)(?:\s+(?:законо)?(?:проекта|закона|акта|кодекса)(?:\s.*)?)?\s*$|^\s*(?:(?:заң|заңның)\s+)?(?:жобасының\s+|жобаның\s+)?(?:тақырыбы|атауы)\s*$`)

var opening = lazy.New(`(?i)^\s*(?:вводная часть|кіріспе бөлі[мк]\pL*)\s*$`)

func isGeneral(element string) bool { return general.MatchString(element) }

// same reports whether two authors make one remark: about the same provision,
// in the same words.
func (m *Merger) same(x *Merger) bool {
	if m.Placed != x.Placed || m.act != x.act || flatText(m.Remark) != flatText(x.Remark) || flatText(m.After) != flatText(x.After) {
		return false
	}
	if flatText(m.Remark+m.After) == "" || len(m.Decision)+len(x.Decision) > 0 {
		return false
	}
	for head, text := range x.Extra {
		if had := m.Extra[head]; had != "" && flatText(had) != flatText(text) {
			return false
		}
	}
	if m.Placed == InAct {
		if totalOrder(m.key, x.key) != 0 {
			return false
		}
	} else if flatText(m.Element) != flatText(x.Element) {
		return false
	}
	return flatText(m.Before) == flatText(x.Before) || m.Before == "" || x.Before == ""
}

func (m *Merger) join(x *Merger) {
	m.Before = cmp.Or(m.Before, x.Before)
	for head, text := range x.Extra {
		m.Extra[head] = cmp.Or(m.Extra[head], text)
	}
	for _, a := range x.Authors {
		if !slices.ContainsFunc(m.Authors, func(b string) bool { return flatText(a) == flatText(b) }) {
			m.Authors = append(m.Authors, a)
		}
	}
	for i, s := range x.Reasons {
		if !slices.ContainsFunc(m.Reasons, func(b string) bool { return flatText(s) == flatText(b) }) {
			m.Reasons, m.by = append(m.Reasons, s), append(m.by, x.by[i])
		}
	}
	for _, s := range x.Sections {
		if !slices.Contains(m.Sections, s) {
			m.Sections = append(m.Sections, s)
		}
	}
	m.Sources = append(m.Sources, x.Sources...)
}

// reason is why the authors make a remark; where they give reasons of their own,
// it tells whose each is.
func (m *Merger) reason() string {
	if len(m.Authors) < 2 || len(m.Reasons) < 2 {
		return strings.Join(m.Reasons, "\n")
	}
	var out []string
	for i, s := range m.Reasons {
		if m.by[i] != "" {
			s = m.by[i] + ": " + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

var (
	titleBy = lazy.New(`(?i)^\s*(?:замечания|предложения|замечания и предложения|замечания и \(или\) предложения|предложения и замечания|позиция)\s+(?:и\s+предложения\s+)?(?:от\s+)?(\p{Lu}.*)$`)
	titleOf = lazy.New(`(?i)\s+(?:к|по|на)\s+(?:проекту|законопроект|проект).*$`)
	kazakh  = lazy.New(`^(.+?)(?:ның|нің|дың|дің|тың|тің)\s+(?:.*жобасына\s+)?(?:ескертулері|ескертпелері|ұсыныстары|ескертулер)`)
	byLine  = lazy.New(`(?i)^\s*(?:автор|организация|государственный орган|ұйым|орган)\s*:\s*(.+)$`)
	fileTag = lazy.New(`(?i)(?:^|[\s_\-–.])(?:замечания|замечание|предложения|таблица|свод|ескертулер|ұсыныстар|remarks|comments|table|zamechaniya|от|по|к|проекту|и)(?:$|[\s_\-–.])`)
	numbers = lazy.New(`^[\d\s.]+|[\d\s.]+$`)
)

// bodies are the words with which the names of authors begin, in the genitive
// of «Замечания Министерства …».
var bodies = map[string]string{"министерства": "Министерство", "комитета": "Комитет", "агентства": "Агентство", "управления": "Управление",
	"палаты": "Палата", "союза": "Союз", "ассоциации": "Ассоциация", "фонда": "Фонд", "акимата": "Акимат", "департамента": "Департамент",
	"центра": "Центр", "совета": "Совет", "объединения": "Объединение", "суда": "Суд", "прокуратуры": "Прокуратура", "альянса": "Альянс"}

// isBody reports whether a text is the name of a body, as the heading of its
// remarks: «Министерство финансов», «ОЮЛ «Гражданский альянс»».
func isBody(s string) bool { return len(s) < 300 && body.MatchString(s) }

// bodyOf is the body that a heading names, without «Замечания …» before it.
func bodyOf(head string) string {
	if m := titleBy.FindStringSubmatch(head); m != nil {
		return nominative(m[1])
	}
	return head
}

var body = lazy.New(`^(?:\d+[.)]\s*)?(?:(?:Замечания|Предложения|Замечания и предложения)\s+)?(?:Министерств|Комитет|Агентств|Управлени|Палат|Ассоциаци|Акимат|Департамент|Центр|Верховн\pL+ Суд|Генеральн\pL+ прокуратур|Гражданск\pL+ альянс|Общественн\pL+ (?:фонд|объединени|совет)|Союз|Фонд|Национальн\pL+ (?:палат|банк)|(?:НПП|ОФ|ОО|ОЮЛ|НПО|МЮ|МФ|ГУ|АО|ТОО|РОО|ҚҚ|ҚБ)(?:\s|$)|\pL+(?:\s\pL+)*\s+(?:министрлігі|агенттігі|палатасы|қоры|бірлестігі|комитеті|альянсы)\s*$)`)

func nominative(who string) string {
	first, rest, _ := strings.Cut(who, " ")
	if body := bodies[strings.ToLower(first)]; body != "" {
		return strings.TrimSpace(body + " " + rest)
	}
	return who
}

// authorOf is who made a table: by a line above it, else by its file's name.
func authorOf(t *Table) string {
	for _, title := range t.Titles {
		for line := range strings.SplitSeq(title, "\n") {
			line = strings.TrimSpace(line)
			if m := byLine.FindStringSubmatch(line); m != nil {
				return strings.TrimSpace(m[1])
			}
			if m := titleBy.FindStringSubmatch(line); m != nil && !strings.HasPrefix(words.Fold(m[1]), "к ") {
				if who := strings.TrimSpace(titleOf.ReplaceAllString(m[1], "")); who != "" && len(who) < 300 {
					return nominative(who)
				}
			}
			if m := kazakh.FindStringSubmatch(line); m != nil && len(m[1]) < 300 {
				return strings.TrimSpace(m[1])
			}
		}
	}
	var lines []string // a body's name stands alone; of several, one is the addressee
	for _, title := range t.Titles {
		if s := strings.TrimSpace(title); isBody(s) && !strings.Contains(s, "\n") {
			lines = append(lines, s)
		}
	}
	if len(lines) == 1 && !general.MatchString(lines[0]) && !isAct(lines[0]) {
		return bodyOf(lines[0])
	}
	name := t.Name
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	for range 6 {
		name = fileTag.ReplaceAllString(name, " ")
	}
	name = strings.Join(strings.Fields(numbers.ReplaceAllString(strings.NewReplacer("_", " ").Replace(name), " ")), " ")
	return cmp.Or(name, t.Name)
}
