package compare

// PageWords are the words of the page that shows both texts side by side.
type PageWords struct {
	Title    string `yaml:"title"`
	Legend   string `yaml:"legend"`
	Contents string `yaml:"contents"`
	Record   string `yaml:"record"`
	Skip     string `yaml:"skip"`
	Tools    string `yaml:"tools"`
	Columns  string `yaml:"columns"`
	Previous string `yaml:"previous"`
	Next     string `yaml:"next"`
	Of       string `yaml:"of" vars:"n,all"`
	Show     string `yaml:"show"`
	ShowSame string `yaml:"show_same"`
	Was      string `yaml:"was"`
	Is       string `yaml:"is"`
	Nothing  string `yaml:"nothing"`
	Old      string `yaml:"old" vars:"name"`

	Same        string   `yaml:"same" vars:"what"`
	Units       []string `yaml:"units"` // one, two, five
	Changes     []string `yaml:"changes"`
	Basis       string   `yaml:"basis" vars:"basis"`
	Formerly    string   `yaml:"formerly" vars:"was"`
	Now         string   `yaml:"now" vars:"now"`
	Away        string   `yaml:"away"`
	Punctuation string   `yaml:"punctuation"`
	Check       string   `yaml:"check" vars:"score"`

	Changed    string `yaml:"changed"` // kinds of change
	Added      string `yaml:"added"`
	Removed    string `yaml:"removed"`
	Moved      string `yaml:"moved"`
	Renumbered string `yaml:"renumbered"`
	Split      string `yaml:"split"`
	Merged     string `yaml:"merged"`
	Notes      string `yaml:"notes"`
}

// kind returns what a change is called, "" for none.
func (w *PageWords) kind(c Change) string {
	return map[Change]string{Changed: w.Changed, Added: w.Added, Removed: w.Removed, Moved: w.Moved,
		Renumbered: w.Renumbered, Split: w.Split, Merged: w.Merged, Notes: w.Notes}[c]
}

// counted returns a number with the form of a word that goes with it.
func (p *printer) counted(forms []string, n int) string {
	form := func(i int) string {
		if len(forms) == 0 {
			return ""
		}
		return forms[min(i, len(forms)-1)]
	}
	word, _ := noun{one: form(0), few: form(1), many: form(1), five: form(2)}.counted(p.lang, n)
	return itoa(n) + " " + word
}
