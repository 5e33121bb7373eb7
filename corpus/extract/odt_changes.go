package extract

import (
	"context"
	"encoding/xml"
	"slices"
)

// An odtTokens gives the tokens of a document as it is with all tracked
// changes accepted, or as it was before them. An insertion stands between two
// marks, which may lie in different paragraphs. A deletion is kept apart, in
// text:tracked-changes, and only a mark stands where it was; some programs
// write it between two marks as well.
type odtTokens struct {
	ctx      context.Context
	d        *xml.Decoder
	original bool
	deleted  map[string][]xml.Token // what was deleted, by the name of the change
	left     map[string]bool        // changes whose text is left out between their marks
	queue    []xml.Token            // what comes before the rest of the file
	tails    [][]xml.Token          // for each open paragraph, what follows on its end
	count    int
}

// An odtTail is put among tokens to say what follows on the end of the paragraph.
type odtTail []xml.Token

// next returns the next token, which holds until the one after it.
func (t *odtTokens) next() (xml.Token, error) {
	for {
		if t.count++; t.count%4096 == 0 && t.ctx.Err() != nil {
			return nil, t.ctx.Err()
		}
		tok, err := t.raw()
		if err != nil {
			return nil, err
		}
		switch e := tok.(type) {
		case odtTail:
			if n := len(t.tails); n > 0 {
				t.tails[n-1] = e
			} else { // the deletion's paragraph had an end of its own
				t.queue = slices.Concat(e, t.queue)
			}
			continue
		case xml.EndElement:
			if n := len(t.tails); isParagraph(e.Name) && n > 0 {
				t.queue = slices.Concat(t.tails[n-1], t.queue)
				t.tails = t.tails[:n-1]
			}
		case xml.StartElement:
			switch {
			case isParagraph(e.Name):
				t.tails = append(t.tails, nil)
			case e.Name.Local == "tracked-changes":
				err = t.regions()
			case e.Name.Local == "change" && t.original:
				err = t.restore(attr(e, "change-id"))
			case e.Name.Local == "change-start" && t.left[attr(e, "change-id")]:
				err = t.leaveOut(attr(e, "change-id"))
			default:
				return tok, nil
			}
			if err != nil {
				return nil, err
			}
			if !isParagraph(e.Name) {
				continue
			}
		}
		return tok, nil
	}
}

func (t *odtTokens) raw() (xml.Token, error) {
	if len(t.queue) > 0 {
		tok := t.queue[0]
		t.queue = t.queue[1:]
		return tok, nil
	}
	tok, err := t.d.RawToken()
	if err != nil {
		return nil, cutOff(err)
	}
	return tok, nil
}

func isParagraph(n xml.Name) bool { return n.Local == "p" || n.Local == "h" }

// end passes over the rest of an element, whatever it holds.
func (t *odtTokens) end(keep func(xml.Token)) error {
	for depth := 1; ; {
		tok, err := t.raw()
		if err != nil {
			return err
		}
		switch tok.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth == 0 {
			return nil
		}
		if keep != nil {
			keep(xml.CopyToken(tok))
		}
	}
}

// regions reads text:tracked-changes. What was inserted and deleted again is in
// neither view.
func (t *odtTokens) regions() error {
	t.deleted, t.left = map[string][]xml.Token{}, map[string]bool{}
	inserted := map[string]bool{}
	id := ""
	for depth := 1; depth > 0; {
		tok, err := t.raw()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			switch e.Name.Local {
			case "changed-region":
				id = attr(e, "id")
			case "insertion":
				inserted[id] = true
			case "deletion":
				var kept []xml.Token
				if err := t.end(func(tok xml.Token) { kept = append(kept, tok) }); err != nil {
					return err
				}
				t.deleted[id], t.left[id] = kept, !t.original
				continue
			}
			depth++
		}
	}
	for id := range inserted {
		t.left[id] = t.original || t.left[id]
		delete(t.deleted, id)
	}
	return nil
}

// restore puts a deletion back. Its first paragraph goes on the open one, its
// last begins the rest of that.
func (t *odtTokens) restore(id string) error {
	if err := t.end(nil); err != nil {
		return err
	}
	kept := t.deleted[id]
	delete(t.deleted, id) // once
	if len(kept) == 0 {
		return nil
	}
	if len(t.tails) == 0 {
		t.queue = slices.Concat(kept, t.queue)
		return nil
	}
	first, last := firstParagraph(kept), lastParagraph(kept)
	if first.hi > 0 && first == last {
		t.queue = slices.Concat(kept[first.lo+1:first.hi], t.queue)
		return nil
	}
	// What begins or ends with a table has no paragraph to join the open one.
	var begun, middle, after []xml.Token
	p := xml.Name{Space: "text", Local: "p"}
	if first.hi > 0 {
		begun = kept[first.lo+1 : first.hi]
		middle = slices.Concat(kept[:first.lo], kept[first.hi+1:])
	} else {
		middle = kept
	}
	if last.hi > 0 {
		n := len(middle) - (len(kept) - last.hi) // where the last paragraph ends
		middle, after = middle[:n], middle[n+1:]
	} else {
		middle = append(slices.Clone(middle), xml.StartElement{Name: p})
	}
	// The text between stands outside of the lists and sections that the open
	// paragraph is in.
	out := xml.Name{Space: "svod", Local: "deleted"}
	t.queue = slices.Concat(begun,
		[]xml.Token{xml.EndElement{Name: p}, xml.StartElement{Name: out}},
		middle,
		[]xml.Token{append(odtTail(slices.Clone(after)), xml.EndElement{Name: out})},
		t.queue)
	return nil
}

// leaveOut passes over what stands between two marks. When that reaches over the end of a
// paragraph, its two halves become one.
func (t *odtTokens) leaveOut(id string) error {
	if err := t.end(nil); err != nil {
		return err
	}
	var ends, starts []xml.Token
	for {
		tok, err := t.raw()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if e.Name.Local == "change-end" && attr(e, "change-id") == id {
				if err := t.end(nil); err != nil {
					return err
				}
				t.join(ends, starts)
				return nil
			}
			starts = append(starts, xml.CopyToken(e))
		case xml.EndElement:
			if len(starts) > 0 {
				starts = starts[:len(starts)-1]
			} else {
				ends = append(ends, e)
			}
		}
	}
}

// join goes on behind what is left out, which closed some elements and opened others.
func (t *odtTokens) join(ends, starts []xml.Token) {
	paragraph := func(tok xml.Token) bool {
		switch e := tok.(type) {
		case xml.EndElement:
			return isParagraph(e.Name)
		case xml.StartElement:
			return isParagraph(e.Name)
		}
		return false
	}
	i, j := slices.IndexFunc(ends, paragraph), slices.IndexFunc(starts, paragraph)
	if n := len(t.tails); i >= 0 && j >= 0 && n > 0 {
		t.tails[n-1] = slices.Concat(t.tails[n-1], ends[i+1:], starts[:j])
		ends, starts = ends[:i], starts[j+1:]
	}
	t.queue = slices.Concat(ends, starts, t.queue)
}

// A tokenSpan is where an element stands among tokens: its start and its end;
// zero if it isn't there.
type tokenSpan struct{ lo, hi int }

// firstParagraph finds the paragraph with which tokens begin, alone or in a
// list.
func firstParagraph(kept []xml.Token) tokenSpan {
	for i, tok := range kept {
		s, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch s.Name.Local {
		case "p", "h":
			for depth, k := 0, i; k < len(kept); k++ {
				switch kept[k].(type) {
				case xml.StartElement:
					depth++
				case xml.EndElement:
					if depth--; depth == 0 {
						return tokenSpan{i, k}
					}
				}
			}
			return tokenSpan{}
		case "list", "list-item", "list-header", "section":
		case "change-info", "creator", "date": // who deleted it, and when
		default:
			return tokenSpan{}
		}
	}
	return tokenSpan{}
}

// lastParagraph finds the paragraph with which tokens end.
func lastParagraph(kept []xml.Token) tokenSpan {
	for k := len(kept) - 1; k >= 0; k-- {
		e, ok := kept[k].(xml.EndElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "p", "h":
			for depth, i := 0, k; i >= 0; i-- {
				switch kept[i].(type) {
				case xml.EndElement:
					depth++
				case xml.StartElement:
					if depth--; depth == 0 {
						return tokenSpan{i, k}
					}
				}
			}
			return tokenSpan{}
		case "list", "list-item", "list-header", "section":
		default:
			return tokenSpan{}
		}
	}
	return tokenSpan{}
}
