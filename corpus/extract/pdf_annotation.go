package extract

import (
	"github.com/ledongthuc/pdf"
)

// Fields of forms and text boxes that readers put on a page are no part of its
// content: each has a drawing of its own.

// maxAnnotations bounds those of a page.
const maxAnnotations = 4096

// Flags of annotations.
const (
	annotationHidden = 1 << 1
	annotationNoView = 1 << 5
)

// annotations draws the annotations that show text.
func (in *interpreter) annotations(list pdf.Value) {
	base := in.g
	for i := 0; i < list.Len() && i < maxAnnotations; i++ {
		a := list.Index(i)
		switch a.Key("Subtype").Name() {
		case "Widget", "FreeText", "Stamp":
		default:
			continue
		}
		if a.Key("F").Int64()&(annotationHidden|annotationNoView) != 0 || inheritedName(a, "FT") == "Btn" {
			continue
		}
		x := a.Key("AP").Key("N")
		if state := a.Key("AS").Name(); x.Kind() == pdf.Dict && state != "" {
			x = x.Key(state)
		}
		if x.Kind() != pdf.Stream {
			continue
		}
		in.g = base
		in.appearance(x, a.Key("Rect"))
	}
}

// inheritedName is a name that a field has from itself or those above it.
func inheritedName(v pdf.Value, key string) string {
	for range maxNesting {
		if n := v.Key(key); n.Kind() == pdf.Name {
			return n.Name()
		}
		if v = v.Key("Parent"); v.Kind() != pdf.Dict {
			break
		}
	}
	return ""
}

// appearance draws the drawing of an annotation into its place.
func (in *interpreter) appearance(x, rect pdf.Value) {
	box := x.Key("BBox")
	if rect.Len() != 4 || box.Len() != 4 {
		return
	}
	m := formMatrix(x)
	x0, y0, x1, y1 := bounds(m, box)
	rx0, ry0, rx1, ry1 := bounds(identity, rect)
	if x1-x0 <= 0 || y1-y0 <= 0 {
		return
	}
	sx, sy := (rx1-rx0)/(x1-x0), (ry1-ry0)/(y1-y0)
	in.g.ctm = matrix{sx, 0, 0, sy, rx0 - x0*sx, ry0 - y0*sy}.mul(in.g.ctm)
	in.form(x, pdf.Value{}, 0)
}

// bounds is the upright rectangle around another one that was moved.
func bounds(m matrix, box pdf.Value) (x0, y0, x1, y1 float64) {
	for i, c := range [4][2]int{{0, 1}, {2, 1}, {2, 3}, {0, 3}} {
		x, y := m.apply(box.Index(c[0]).Float64(), box.Index(c[1]).Float64())
		if i == 0 {
			x0, y0, x1, y1 = x, y, x, y
		}
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
	}
	return x0, y0, x1, y1
}

// withoutDoubles leaves out lines that were drawn before at the same place: a
// shadow, a stamp set several times.
func withoutDoubles(lines []*printed) []*printed {
	first := make(map[string]*printed, len(lines))
	kept := lines[:0]
	for _, l := range lines {
		if o := first[l.text]; o != nil && len(l.text) > 1 && l.turn == o.turn && near(l.u0, o.u0, 0.2*l.size) && near(l.v, o.v, 0.2*l.size) && near(l.u1, o.u1, 0.2*l.size) {
			if l.u0 != o.u0 || l.v != o.v {
				o.bold = o.letters
			}
			continue
		}
		first[l.text] = l
		kept = append(kept, l)
	}
	return kept
}

func near(a, b, d float64) bool { return a-b <= d && b-a <= d }
