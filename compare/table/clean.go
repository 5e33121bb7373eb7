package table

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// clean drops what XML forbids, and makes every line end a newline. Texts of
// acts hold such bytes: vertical tabs of Word, remains of broken encodings.
func clean(s string) string {
	ok := utf8.ValidString(s)
	for i := 0; ok && i < len(s); i++ {
		c := s[i]
		ok = c >= ' ' && c != 0xEF || c == '\n' || c == '\t' // EF begins U+FFFE
	}
	if ok {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\v' || r == '\f':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape returns s as text or an attribute's value of XML and HTML.
func escape(s string) string { return xmlEscaper.Replace(clean(s)) }

// target returns a link's anchor within the report, or a URL that is safe to
// open and percent-encoded; both are empty when the link is neither.
func target(link string) (anchor, href string) {
	if name, ok := strings.CutPrefix(link, "#"); ok {
		return clean(name), ""
	}
	u, err := url.Parse(strings.TrimSpace(clean(link)))
	if err != nil || link == "" {
		return "", ""
	}
	switch u.Scheme {
	case "http", "https", "mailto", "":
		return "", strings.ReplaceAll(u.String(), "'", "%27")
	}
	return "", "" // javascript:, file: and the like
}
