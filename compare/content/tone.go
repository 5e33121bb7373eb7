package content

import "svod/compare/stat"

// A balance is the tone of what documents say on a theme, in units of analysis:
// favourable ones have a category of tone + and none of tone −, unfavourable
// ones the other way round; units with both, or with tone 0 alone, only have
// the theme.
type balance struct {
	theme                                    int // category, -1 for all
	favourable, unfavourable, with, mixed, t int
}

func (b balance) janis() (float64, error) {
	return stat.Janis(float64(b.favourable), float64(b.unfavourable), float64(b.with), float64(b.t))
}

// themes are what has a tone: -1 for all categories, and each category of the
// highest level that has one, itself or below it.
func (c *Counts) themes() []int {
	out := []int{-1}
	last := -1
	for i, cat := range c.categories {
		if cat.Level == 0 {
			last = i
		}
		if cat.Tone != "" && out[len(out)-1] != last {
			out = append(out, last)
		}
	}
	switch len(out) {
	case 1:
		return nil
	case 2:
		return out[1:] // all are the one
	}
	return out
}

// tones are the categories of a theme that have a tone.
func (c *Counts) tones(theme int) map[int]string {
	out := map[int]string{}
	inside := theme < 0
	for i, cat := range c.categories {
		if theme >= 0 && cat.Level == 0 {
			inside = i == theme
		}
		if inside && cat.Tone != "" {
			out[i] = cat.Tone
		}
	}
	return out
}

// toned is a unit of a document that has categories of a tone.
type toned struct {
	unit     int32
	plus     bool
	minus    bool
	category int // the first that it has
}

func (u toned) favourable() bool   { return u.plus && !u.minus }
func (u toned) unfavourable() bool { return u.minus && !u.plus }

// toned returns the units of a document with categories of a tone.
func (d *tallied) toned(tones map[int]string) []toned {
	at := map[int32]int{}
	var out []toned
	for _, f := range d.Found {
		tone, ok := tones[f.Category]
		if !ok {
			continue
		}
		for _, u := range f.Units {
			i, ok := at[u]
			if !ok {
				i = len(out)
				at[u] = i
				out = append(out, toned{unit: u, category: f.Category})
			}
			out[i].plus = out[i].plus || tone == "+"
			out[i].minus = out[i].minus || tone == "-"
		}
	}
	return out
}

// balance weighs a theme in groups.
func (c *Counts) balance(theme int, groups []int) balance {
	b := balance{theme: theme}
	tones := c.tones(theme)
	for _, g := range groups {
		b.t += c.Groups[g].Units
	}
	c.each(groups, func(d *tallied) {
		for _, u := range d.toned(tones) {
			b.with++
			switch {
			case u.favourable():
				b.favourable++
			case u.unfavourable():
				b.unfavourable++
			case u.plus:
				b.mixed++
			}
		}
	})
	return b
}
