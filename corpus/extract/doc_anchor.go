package extract

import (
	"cmp"
	"slices"
)

// A docAnchor is a note or a text box: where it hangs and where its own text
// lies.
type docAnchor struct {
	at     int // in the body; -1 when that is not known
	lo, hi int
	note   bool
	done   bool
}

// findAnchors lists the notes and boxes of the body by the place they hang on.
func (r *docReader) findAnchors() []docAnchor {
	var all []docAnchor
	for _, k := range []struct{ refs, texts, story int }{
		{tableFootnoteRefs, tableFootnotes, storyFootnotes}, {tableEndnoteRefs, tableEndnotes, storyEndnotes},
	} {
		refs, texts := readPLC(r.fib.table(k.refs), 2), readPLC(r.fib.table(k.texts), 0)
		start, end := r.fib.storyStart(k.story), r.fib.lengths[k.story]
		for i := range len(texts.at) - 1 {
			a := docAnchor{at: -1, lo: start + texts.at[i], hi: start + min(texts.at[i+1], end), note: true}
			if i < len(refs.at)-1 {
				a.at = refs.at[i]
			}
			if texts.at[i] >= 0 && a.lo < a.hi {
				all = append(all, a)
			}
		}
	}
	all = append(all, r.boxes()...)
	slices.SortStableFunc(all, func(a, b docAnchor) int { return cmp.Compare(a.at, b.at) })
	return all
}

// boxes finds the text boxes of the body: the shape that a text belongs to, and
// where that shape, or the group that it is in, hangs.
func (r *docReader) boxes() []docAnchor {
	texts := readPLC(r.fib.table(tableBoxes), 22)
	if len(texts.at) < 2 {
		return nil
	}
	shapes := readPLC(r.fib.table(tableShapes), 26)
	place := map[uint32]int{}
	for i := range len(shapes.at) - 1 {
		place[le32(shapes.datum(i), 0)] = shapes.at[i]
	}
	groups := map[uint32]uint32{}
	// The drawings follow their common part, behind a byte that tells the body's
	// from those of the headers.
	drawings := r.fib.table(tableDrawings)
	if len(drawings) > 8 {
		rest := drawings[min(len(drawings), 8+int(le32(drawings, 4))):]
		if len(rest) > 0 {
			findGroups(rest[1:], 0, 0, groups)
		}
	}
	start, end := r.fib.storyStart(storyBoxes), r.fib.lengths[storyBoxes]
	var all []docAnchor
	for i := range len(texts.at) - 1 {
		a := docAnchor{at: -1, lo: start + texts.at[i], hi: start + min(texts.at[i+1], end)}
		shape := le32(texts.datum(i), 14)
		for range 20 {
			if cp, ok := place[shape]; ok {
				a.at = cp
				break
			}
			shape = groups[shape]
		}
		if texts.at[i] >= 0 && a.lo < a.hi {
			all = append(all, a)
		}
	}
	return all
}

// Records of drawings.
const (
	drawingGroup = 0xf003
	drawingShape = 0xf004
	drawingID    = 0xf00a
)

// findGroups notes of each shape the group that it is in.
func findGroups(b []byte, group uint32, depth int, groups map[uint32]uint32) {
	first := true // the first shape of a group is the group itself
	for len(b) >= 8 && depth < 20 {
		kind, n := le16(b, 2), int(le32(b, 4))
		body := stretch(b, 8, n)
		b = b[min(len(b), 8+max(n, 0)):]
		switch {
		case kind == drawingGroup:
			findGroups(body, group, depth+1, groups)
		case kind == drawingShape:
			id := shapeID(body)
			if groups[id] == 0 && id != group {
				groups[id] = group
			}
			if first && depth > 1 {
				group = id
			}
			first = false
		case kind>>8 == 0xf0 && le16(b, 0)&15 == 15 || kind == 0xf002:
			findGroups(body, group, depth+1, groups)
			if len(b) > 0 && b[0] < 15 { // a byte before the next drawing
				b = b[1:]
			}
		}
	}
}

// shapeID finds the number of a shape among its records.
func shapeID(b []byte) uint32 {
	for len(b) >= 8 {
		n := int(le32(b, 4))
		if le16(b, 2) == drawingID {
			return le32(b, 8)
		}
		b = b[min(len(b), 8+max(n, 0)):]
	}
	return 0
}
