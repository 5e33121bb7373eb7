package extract

import (
	"bytes"
	"context"
	"encoding/json"

	"svod/corpus"
)

// isJSON knows an object by its brace and its first key.
func isJSON(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(head) < 2 || head[0] != '{' {
		return false
	}
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	return len(rest) > 0 && rest[0] == '"'
}

// jsonLines reads the form in which collections keep acts: an object with
// `title` and `text`. The title is the first line unless the text begins with it.
func jsonLines(_ context.Context, name string, data []byte) ([]corpus.Line, []corpus.Warning, error) {
	var act struct {
		Title string `json:"title"`
		Text  string `json:"text"`
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if err := json.Unmarshal(data, &act); err != nil {
		code := "damaged"
		if !bytes.HasSuffix(bytes.TrimSpace(data), []byte("}")) {
			code = "truncated"
		}
		return nil, nil, &Error{Name: name, Code: code, Err: err}
	}
	if act.Text == "" {
		return nil, nil, &Error{Name: name, Code: "format", Args: []string{"json"}}
	}
	lines := plain(act.Text)
	if t := trim(act.Title); t != "" && (len(lines) == 0 || !sameStart(lines, t)) {
		lines = append([]corpus.Line{{Text: t, Style: corpus.Style{Heading: 1}}}, lines...)
	}
	return lines, nil, nil
}

// sameStart reports whether one of the first lines is the title.
func sameStart(lines []corpus.Line, title string) bool {
	for _, l := range lines[:min(len(lines), 5)] {
		if l.Text == title {
			return true
		}
	}
	return false
}
