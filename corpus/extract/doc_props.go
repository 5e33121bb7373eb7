package extract

import (
	"cmp"
	"slices"
)

// A docRun is a stretch of the main stream with its properties. They lie on
// pages of 512 bytes, which an index lists by the places they are about.
type docRun struct {
	lo, hi int32
	style  uint16 // of a paragraph
	props  []byte
}

// docProps is what a run and the piece that it lies in say of the text from some
// place on, up to hi.
type docProps struct {
	hi    int
	style int
	props []byte
	piece []byte // counts more
}

const propsPage = 512

// maxRuns bounds the runs of hostile pages; a book of a thousand pages has
// some 200 000.
const maxRuns = 4 << 20

// readProps reads the runs of characters and of paragraphs.
func (r *docReader) readProps() {
	r.chars = r.runs(tableCharPages, 1, func(page []byte, at int) (uint16, []byte) {
		at = int(page[at]) * 2
		if at == 0 {
			return 0, nil
		}
		return 0, stretch(page, at+1, int(page[at]))
	})
	wide := 13
	if r.fib.old {
		wide = 7
	}
	r.paras = r.runs(tableParaPages, wide, func(page []byte, at int) (uint16, []byte) {
		at = int(page[at]) * 2
		if at == 0 {
			return 0, nil
		}
		n := 2 * int(page[at])
		switch {
		case r.fib.old:
		case n > 0:
			n--
		case at+1 < len(page):
			at++
			n = 2 * int(page[at])
		}
		b := stretch(page, at+1, n)
		return le16(b, 0), b[min(2, len(b)):]
	})
}

// runs reads the pages of one kind. Each begins with the places of its runs,
// then has a record a run, and ends with their number.
func (r *docReader) runs(table, record int, read func(page []byte, at int) (style uint16, props []byte)) []docRun {
	f := r.fib
	pageNumber := 4
	if f.old {
		pageNumber = 2
	}
	index := readPLC(f.table(table), pageNumber)
	pages := len(index.at) - 1
	var runs []docRun
	for i := range pages {
		d := index.datum(i)
		n := int(le32(d, 0)) & (1<<22 - 1)
		if f.old {
			n = int(le16(d, 0))
		}
		page := stretch(f.main, n*propsPage, propsPage)
		if len(page) < propsPage {
			r.warn("doc-look-missing")
			continue
		}
		count := int(page[propsPage-1])
		records := (count + 1) * 4
		if count == 0 || records+count*record > propsPage-1 || len(runs) > maxRuns {
			r.warn("doc-look-missing")
			continue
		}
		for j := range count {
			run := docRun{lo: int32(le32(page, j*4)), hi: int32(le32(page, j*4+4))}
			run.style, run.props = read(page, records+j*record)
			if 0 <= run.lo && run.lo < run.hi {
				runs = append(runs, run)
			}
		}
	}
	slices.SortStableFunc(runs, func(a, b docRun) int { return cmp.Compare(a.lo, b.lo) })
	return runs
}

// propsAt returns what a place in the text has of the runs of one kind.
func (r *docReader) propsAt(runs []docRun, cp int) docProps {
	p := r.piece(cp)
	if p == nil {
		return docProps{hi: cp + 1}
	}
	fc := p.fc(cp)
	i, _ := slices.BinarySearchFunc(runs, fc+1, func(run docRun, fc int) int { return cmp.Compare(int(run.lo), fc) })
	found := docProps{piece: p.props}
	end := len(r.fib.main)
	if i < len(runs) { // runs that overlap are a fault: the later one is taken
		end = int(runs[i].lo)
	}
	if i > 0 && fc < int(runs[i-1].hi) {
		end = min(end, int(runs[i-1].hi))
		found.style, found.props = int(runs[i-1].style), runs[i-1].props
	}
	found.hi = min(p.hi, cp+max(1, (end-fc+p.width()-1)/p.width()))
	return found
}

// charProps returns the look of the characters from cp on.
func (r *docReader) charProps(cp int) docProps { return r.propsAt(r.chars, cp) }

// paraProps returns the properties of the paragraph whose mark stands at cp.
func (r *docReader) paraProps(cp int) docProps { return r.propsAt(r.paras, cp) }
