package content

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// mostListed is how many documents a record names one by one.
const mostListed = 200

// made is the part of a record that all analyses share.
func made(p *phrases, cb *Codebook, docs []*corpus.Document) []table.Fact {
	fs := []table.Fact{{Name: p.MadeCodebook, Value: fmt.Sprintf("%s, SHA-256 %s", strings.TrimSpace(filepath.Base(cb.File)+" "+cb.Version), cb.SHA256)}}
	if len(docs) > mostListed {
		var b strings.Builder
		for _, d := range docs {
			if d.Source != nil {
				b.WriteString(d.Source.SHA256 + "\n")
			}
		}
		return append(fs, table.Fact{Name: p.MadeDocument, Value: fmt.Sprintf("n = %d, SHA-256 %x", len(docs), sha256.Sum256([]byte(b.String())))})
	}
	for _, d := range docs {
		v := d.ID + " " + Title(d)
		if d.Source != nil {
			v = d.Source.Name + ", SHA-256 " + d.Source.SHA256
		}
		fs = append(fs, table.Fact{Name: p.MadeDocument, Value: v})
	}
	if len(cb.Skip) > 0 {
		var ss []string
		for _, s := range cb.Skip {
			ss = append(ss, p.SkipNames[s])
		}
		fs = append(fs, table.Fact{Name: p.MadeSkip, Value: strings.Join(ss, ", ")})
	}
	return fs
}

// count prints zero as «–»: the phenomenon is absent.
func count(n int) table.Cell {
	if n == 0 {
		return table.None()
	}
	return table.Int(n)
}

// digits prints a number in groups of three: 20 130.
func digits(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u00a0" + s[i:]
	}
	return s
}
