package draw

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// paletted returns a picture with at most 256 colours: a fifth of the size of
// one with four bytes a pixel. Pictures here are of few colours; only the edges
// of letters over shades may have more, and there the nearest does as well.
func paletted(img *image.RGBA) *image.Paletted {
	often := map[color.RGBA]int{}
	for i := 0; i < len(img.Pix); { // run by run: most neighbours are alike
		c, from := at(img, i), i
		for i += 4; i < len(img.Pix) && at(img, i) == c; i += 4 {
		}
		often[c] += i - from
	}
	colours := make([]color.RGBA, 0, len(often))
	for c := range often {
		colours = append(colours, c)
	}
	number := func(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(often[b]-often[a], number(a)-number(b))
	})
	var palette color.Palette
	for _, c := range colours[:min(len(colours), 256)] {
		palette = append(palette, c)
	}
	index := make(map[color.RGBA]uint8, len(colours))
	for i, c := range colours {
		if i >= len(palette) {
			i = palette.Index(c)
		}
		index[c] = uint8(i)
	}
	out := image.NewPaletted(img.Bounds(), palette)
	last, n := color.RGBA{}, uint8(0)
	for i := range out.Pix {
		if c := at(img, 4*i); c != last {
			last, n = c, index[c]
		}
		out.Pix[i] = n
	}
	return out
}

// at returns the colour that begins at a byte of a picture without transparency.
func at(img *image.RGBA, i int) color.RGBA {
	return color.RGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], 255}
}
