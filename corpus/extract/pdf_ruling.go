package extract

import "image"

// On a scan the lines of a table are rows of dark dots. They become rules, so
// that recognised words are put into cells as those of other pages are.

// In dots of a picture of 300 an inch; a line may lie askew.
const (
	dash      = 60  // the shortest piece of a line in one row of dots
	shortRule = 150 // the shortest line
	thickRule = 14  // the thickest, askew by a few dots
)

// A stroke is a line that is being followed from row to row.
type stroke struct {
	lo, hi      int // along the line, of all rows
	first, last int // rows
	from, to    int // of the piece in the last row
}

// rulings finds the lines of a picture, and puts them on a page in points.
func rulings(picture *image.Gray, scale float64, p *pdfPage) {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	across := strokes(w, h, func(x, y int) bool { return picture.Pix[y*picture.Stride+x] < 0x90 })
	down := strokes(h, w, func(y, x int) bool { return picture.Pix[y*picture.Stride+x] < 0x90 })
	// A line alone underlines or strikes; a table has both kinds.
	if len(across) < 2 || len(down) < 2 || len(across)+len(down) > maxRules {
		return
	}
	for _, s := range across {
		p.rules = append(p.rules, rule{at: p.height - float64(s.first+s.last)/2*scale, lo: float64(s.lo) * scale, hi: float64(s.hi) * scale})
	}
	for _, s := range down {
		p.rules = append(p.rules, rule{vertical: true, at: float64(s.first+s.last) / 2 * scale, lo: p.height - float64(s.hi)*scale, hi: p.height - float64(s.lo)*scale})
	}
}

// strokes finds the straight lines along the first axis.
func strokes(length, rows int, dark func(along, row int) bool) []stroke {
	var open, done []stroke
	for row := range rows {
		var next []stroke
		for at := 0; at < length; {
			if !dark(at, row) {
				at++
				continue
			}
			from := at
			for light := 0; at < length && light <= 2; at++ {
				if light++; dark(at, row) {
					light = 0
				}
			}
			if at-from < dash {
				continue
			}
			s := stroke{lo: from, hi: at, first: row, last: row, from: from, to: at}
			for i := range open {
				if o := &open[i]; o.last == row-1 && o.from <= at+2 && from <= o.to+2 {
					s.lo, s.hi, s.first = min(s.lo, o.lo), max(s.hi, o.hi), min(s.first, o.first)
					o.last = -1 // it goes on as s
				}
			}
			next = append(next, s)
		}
		for _, o := range open {
			if o.last >= 0 && o.hi-o.lo >= shortRule && o.last-o.first < thickRule {
				done = append(done, o)
			}
		}
		open = next
	}
	return done
}
