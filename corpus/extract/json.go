package extract

import (
	"bytes"
	"encoding/json"
	"strings"

	"svod/corpus"
)

// isJSON knows an object by its brace and its first key, and a list of objects
// or lists by its brackets.
func isJSON(data []byte) bool {
	text, _ := decode(data[:min(len(data), 4096)], "")
	head := strings.TrimLeft(text, " \t\r\n")
	if rest, ok := strings.CutPrefix(head, "{"); ok {
		rest = strings.TrimLeft(rest, " \t\r\n")
		return strings.HasPrefix(rest, `"`) && strings.Contains(rest, ":") || rest == "}"
	}
	rest, ok := strings.CutPrefix(head, "[")
	rest = strings.TrimLeft(rest, " \t\r\n")
	return ok && (strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "[")) && json.Valid([]byte(text))
}

// jsonLines reads the form in which collections keep acts: an object with
// `title` and `text`. The title is the first line unless the text begins with
// it; before it stand the `requisites` («Закон … от … № …»), which portals print
// beside the text.
func jsonLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	var act struct {
		Title      string `json:"title"`
		Text       string `json:"text"`
		Requisites string `json:"requisites"`
	}
	text, _ := decode(in.data, "")
	data := bytes.TrimSpace([]byte(text))
	if err := json.Unmarshal(data, &act); err != nil {
		switch {
		case json.Valid(data): // of another form
			return nil, nil, &Error{Code: "format", Args: []string{"json"}}
		case !bytes.HasSuffix(data, []byte("}")):
			return nil, nil, &Error{Code: "truncated", Err: err}
		}
		return nil, nil, &Error{Code: "damaged", Err: err}
	}
	if trim(act.Text) == "" {
		return nil, nil, &Error{Code: "format", Args: []string{"json"}}
	}
	lines := plain(act.Text)
	if t := trim(act.Title); t != "" && !startsWith(lines, t) {
		t = strings.Join(strings.Fields(t), " ")
		lines = append([]corpus.Line{{Text: t, Style: corpus.Style{Heading: 1}}}, lines...)
	}
	if r := strings.Join(strings.Fields(act.Requisites), " "); r != "" && !startsWith(lines, r) {
		lines = append([]corpus.Line{{Text: r}}, lines...)
	}
	return lines, nil, nil
}

// startsWith reports whether the title stands among the first lines, in one
// line or broken into several.
func startsWith(lines []corpus.Line, title string) bool {
	title = strings.ToLower(strings.Join(strings.Fields(title), " "))
	for i := range min(len(lines), 5) {
		var have string
		for _, l := range lines[i:min(len(lines), i+6)] {
			have = trim(have + " " + strings.ToLower(strings.Join(strings.Fields(l.Text), " ")))
			if have == title {
				return true
			}
			if !strings.HasPrefix(title, have) {
				break
			}
		}
	}
	return false
}
