package table

import (
	"fmt"
	"slices"
	"strings"
)

// Certify completes the record of what the report was made from by what its
// recipe knows: the program's version, the command, and the inputs that the
// record does not name yet.
func (r *Report) Certify(command string) {
	rc := r.Recipe
	if rc == nil {
		return
	}
	w := r.words()
	facts := []Fact{{w.program, "svod " + rc.Version}, {w.command, command}}
	for _, in := range rc.Inputs {
		if !in.Corpus && !r.records(in.SHA256) {
			facts = append(facts, Fact{w.input, in.Name + ", SHA-256 " + in.SHA256})
		}
	}
	if rc.Corpus != nil {
		facts = append(facts, Fact{w.corpus, fmt.Sprintf(w.documents, rc.Corpus.Documents, rc.Corpus.SHA256)})
	}
	r.Made = append(r.Made[:len(r.Made):len(r.Made)], facts...)
}

// summary is what the first sheet of XLSX says, if the report says anything
// there: with the program's version and the hashes of what it was made from.
func (r *Report) summary(w phrases) []Fact {
	if len(r.Summary) == 0 {
		return nil
	}
	out := slices.Clone(r.Summary)
	for _, f := range r.Made {
		if f.Name == w.program || f.Name == w.input || f.Name == w.corpus {
			out = append(out, f)
		}
	}
	return out
}

// records reports whether the record has a hash.
func (r *Report) records(sum string) bool {
	for _, f := range r.Made {
		if strings.Contains(f.Value, sum) {
			return true
		}
	}
	return false
}

// IsRecord reports whether a sheet's name is that of the record, in any
// language.
func IsRecord(sheet string) bool {
	for _, w := range languages {
		if sheet == w.log {
			return true
		}
	}
	return false
}

// IsHomeless reports whether a cell begins the section of an author's texts
// whose rows are no more, see [Report.Keep].
func IsHomeless(text string) bool {
	for _, w := range languages {
		if text == w.homeless {
			return true
		}
	}
	return false
}
