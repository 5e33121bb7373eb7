package table

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"svod/compare/table/draw"
)

// chart embeds the chart as a picture, as many as it takes pages. It is no
// native chart: those have no heat maps and no medians, and look otherwise in
// each program.
func (p *docxPrinter) chart(c *Chart) {
	const emu = 635 // of a twentieth of a point
	wide := float64(p.textWidth())
	high := float64(pageLong-2*marginUp) - 1500 // room for the caption and the note
	if p.landscape {
		high = float64(pageShort-marginLeft-marginRight) - 1300
	}
	alt := c.alt(p.words)
	pictures := c.pages(p.words, wide, high)
	for i, pic := range pictures {
		p.images++
		var b bytes.Buffer
		if err := pic.PNG(&b, pngScale, pngDPI); err != nil {
			continue // of a buffer there is none
		}
		name := fmt.Sprintf("media/image%d.png", p.images)
		p.parts["word/"+name] = b.Bytes()
		fmt.Fprintf(&p.rels, `<Relationship Id="rImage%d" Type="%simage" Target="%s"/>`, p.images, relBase, name)
		scale := math.Min(wide/pic.W, high/pic.H)
		if pic.W <= narrowPicture { // no larger than it is meant
			scale = math.Min(scale, float64(pageShort-marginLeft-marginRight)/narrowPicture)
		}
		cx, cy := int(pic.W*scale)*emu, int(pic.H*scale)*emu
		p.ids++
		keep := ""
		if i == len(pictures)-1 {
			keep = "<w:keepNext/>" // with the caption
		}
		fmt.Fprintf(&p.out, `<w:p><w:pPr>%s<w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%[2]d" cy="%[3]d"/><wp:docPr id="%[4]d" name="%[5]s" descr="%[6]s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="%[4]d" name="image%[7]d.png" descr="%[6]s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rImage%[7]d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[2]d" cy="%[3]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
			keep, cx, cy, p.ids, escape(fmt.Sprintf(p.words.figure, p.figures)), escape(alt), p.images)
	}
}

// pages draws the chart in as few pictures as fit on pages of a size. One that
// is only a little too high is made smaller instead.
func (c *Chart) pages(w phrases, wide, high float64) []*draw.Canvas {
	const smallest = 0.8
	pic := c.picture(w, frame{})
	most := high * pic.W / wide
	if pic.H <= most/smallest || len(c.Labels) < 4 || c.Kind == Lines {
		return []*draw.Canvas{pic}
	}
	most /= 0.9
	labels := min(len(c.Labels), maxLabels)
	for n := 2; n <= labels; n++ {
		var out []*draw.Canvas
		fits := true
		for i := range n {
			f := frame{from: labels * i / n, to: labels * (i + 1) / n}
			q := c.picture(w, f)
			out = append(out, q)
			if fits = q.H <= most; !fits {
				break
			}
		}
		if fits {
			return out
		}
	}
	return []*draw.Canvas{pic}
}

// alt says in words what the picture shows.
func (c *Chart) alt(w phrases) string {
	const most = 1500
	p := &plot{c: c, w: w, format: c.format()}
	var b strings.Builder
	b.WriteString(clean(c.Caption))
	for i, l := range c.Labels {
		if b.Len() > most {
			b.WriteString(" …")
			break
		}
		b.WriteString("; " + clean(l) + ":")
		for k, s := range c.Series {
			if b.Len() > most {
				break
			}
			if k > 0 {
				b.WriteString(",")
			}
			if len(c.Series) > 1 {
				b.WriteString(" " + clean(s.Name))
			}
			b.WriteString(" " + p.written(k, i))
		}
	}
	return b.String()
}
