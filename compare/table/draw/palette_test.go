package draw

import (
	"image"
	"image/color"
	"testing"
)

// Up to 256 colours are kept as they are; of more, each pixel gets one close by,
// and what is frequent stays.
func TestPaletted(t *testing.T) {
	few := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		few.SetRGBA(i%16, i/16, color.RGBA{uint8(i), uint8(255 - i), 7, 255})
	}
	got := paletted(few)
	for i := range 256 {
		if want := few.At(i%16, i/16); got.At(i%16, i/16) != want {
			t.Fatalf("pixel %d is %v, want %v", i, got.At(i%16, i/16), want)
		}
	}
	many := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 * 64 {
		c := color.RGBA{uint8(i % 64 * 4), uint8(i / 64 * 4), 0, 255}
		if i < 64*32 {
			c = color.RGBA{255, 255, 255, 255}
		}
		many.SetRGBA(i%64, i/64, c)
	}
	got = paletted(many)
	if len(got.Palette) != 256 || got.At(5, 5) != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("%d colours, the paper is %v", len(got.Palette), got.At(5, 5))
	}
	for i, p := range paletted(many).Pix {
		if got.Pix[i] != p {
			t.Fatal("the same picture gets other colours")
		}
	}
}
