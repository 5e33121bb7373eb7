package exchange

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"

	"svod/compare/content"
)

// A codebook of REFI-QDA, which programs for coding by hand exchange, is XML:
// <Code guid name isCodable color> with a <Description> and the codes below it,
// and <Set>s of codes.
//
// It has no patterns. They stand, with the ID and the examples, as YAML in the
// description below a line «[svod]», above which is the definition; people may
// edit both in their program. What the codebook has beside categories stands
// likewise in the description of a set, which has all of its codes.

const mark = "[svod]"

func readQDC(r *reader, text string) error {
	root, err := r.tree(text)
	if err != nil {
		return err
	}
	if root.name != "CodeBook" {
		return r.fail(root.line, "format", string(QDC))
	}
	var codes, sets []*element
	for _, e := range root.below {
		switch e.name {
		case "Codes":
			codes = append(codes, e.below...)
		case "Sets":
			sets = append(sets, e.below...)
		}
	}
	for _, s := range sets {
		if _, notes, ok := description(s); ok {
			if head, err := content.ReadHead(notes); err != nil {
				r.lose(s.line, nil, s.attrs["name"], "notes", err.Error())
			} else {
				r.cb = head
				continue
			}
		}
		r.lose(s.line, nil, s.attrs["name"], "set")
	}
	r.reserve(codes)
	return r.codes(nil, codes)
}

// reserve takes the IDs that are written down, lest one that is made is among
// them.
func (r *reader) reserve(codes []*element) {
	for _, e := range codes {
		if _, notes, ok := description(e); ok {
			c := &content.Category{}
			if c.ReadNotes(notes) == nil && c.ID != "" {
				r.ids[c.ID] = true
			}
		}
		r.reserve(e.below)
	}
}

var (
	guidForm  = regexp.MustCompile(`^\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\}?$`)
	colorForm = regexp.MustCompile(`^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`)
)

func (r *reader) codes(parent *content.Category, es []*element) error {
	for _, e := range es {
		if e.name == "Description" {
			continue
		}
		if e.name != "Code" {
			r.lose(e.line, parent, "<"+e.name+">", "unread")
			continue
		}
		c, err := r.add(parent, e.attrs["name"])
		if err != nil {
			return err
		}
		made := c.ID
		definition, notes, ok := description(e)
		if ok {
			if err := c.ReadNotes(notes); err != nil {
				r.lose(e.line, c, "", "notes", err.Error())
				definition = strings.TrimSpace(definition + "\n" + mark + "\n" + notes)
			} else if c.ID != made {
				delete(r.ids, made)
				r.ids[c.ID] = true
			}
		}
		c.Definition = definition
		c.Heading = slices.Contains([]string{"false", "0"}, strings.TrimSpace(e.attrs["isCodable"]))
		if color := strings.TrimSpace(e.attrs["color"]); colorForm.MatchString(color) {
			c.Color = color
		} else if color != "" {
			r.lose(e.line, c, color, "color")
		}
		if m := guidForm.FindStringSubmatch(strings.TrimSpace(e.attrs["guid"])); m != nil && !strings.EqualFold(m[1], uuid(c.ID)) {
			c.GUID = m[1]
		}
		if err := r.codes(c, e.below); err != nil {
			return err
		}
	}
	return nil
}

// description cuts the description of a code or a set into what it says and
// what is svod's.
func description(e *element) (text, notes string, ok bool) {
	for _, d := range e.below {
		if d.name == "Description" {
			text = strings.Map(printable, strings.ReplaceAll(d.text, "\r\n", "\n"))
		}
	}
	ls := strings.Split(text, "\n")
	for i := len(ls) - 1; i >= 0; i-- {
		if strings.TrimSpace(ls[i]) == mark {
			return strings.TrimSpace(strings.Join(ls[:i], "\n")), strings.Join(ls[i+1:], "\n"), true
		}
	}
	return strings.TrimSpace(text), "", false
}

func writeQDC(w *writer) []byte {
	var b strings.Builder
	b.WriteString(xml.Header + `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="svod">` + "\n\t<Codes>\n")
	var walk func(cs []*content.Category, indent string)
	walk = func(cs []*content.Category, indent string) {
		for _, c := range cs {
			if strings.Map(printable, c.Definition) != c.Definition {
				w.lose(c, "", "characters")
			}
			b.WriteString(indent + "<Code guid=" + attr(cmp.Or(c.GUID, uuid(c.ID))) + " name=" + attr(line(c.Name)))
			codable := ` isCodable="true"`
			if c.Heading {
				codable = ` isCodable="false"`
			}
			b.WriteString(codable)
			if c.Color != "" {
				b.WriteString(" color=" + attr(c.Color))
			}
			b.WriteString(">\n" + indent + "\t<Description>" + lines(strings.TrimSpace(c.Definition+"\n\n"+mark+"\n"+c.Notes())) + "</Description>\n")
			walk(c.Children, indent+"\t")
			b.WriteString(indent + "</Code>\n")
		}
	}
	walk(w.cb.Categories, "\t\t")
	b.WriteString("\t</Codes>\n\t<Sets>\n")
	name := cmp.Or(line(w.cb.Name), "svod")
	b.WriteString("\t\t<Set guid=" + attr(uuid("набор:"+name)) + " name=" + attr(name) + ">\n\t\t\t<Description>" + lines(mark+"\n"+w.cb.Head()) + "</Description>\n")
	for c := range w.cb.All() {
		b.WriteString("\t\t\t<MemberCode guid=" + attr(cmp.Or(c.GUID, uuid(c.ID))) + "/>\n")
	}
	b.WriteString("\t\t</Set>\n\t</Sets>\n</CodeBook>\n")
	return []byte(b.String())
}

// lines writes text of several lines.
func lines(s string) string { return strings.ReplaceAll(escape(s), "&#xA;", "\n") }

// space is where the names of svod's categories live: the UUID of version 5 of
// «urn:svod:codebook» among URLs.
var space = v5([16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}, "urn:svod:codebook")

// v5 is the UUID of version 5 of a name in a space (RFC 9562).
func v5(space [16]byte, name string) (u [16]byte) {
	sum := sha1.Sum(append(space[:], name...))
	copy(u[:], sum[:])
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return u
}

// uuid is the guid of a category by its ID.
func uuid(id string) string {
	u := v5(space, id)
	h := hex.EncodeToString(u[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
