package audit

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// maxDepth is how deep JSON is looked into; none of ours is so deep.
const maxDepth = 100

// values compares the JSON that other programs rely on, value by value. What
// the file has beside the report's fields is another version's.
func (res *Result) values(path string, file, made any) { res.value(path, file, made, 0) }

func (res *Result) value(path string, file, made any, depth int) {
	differ := func() {
		res.Differences = append(res.Differences, Difference{Kind: Value, Row: path, File: shown(file), Made: shown(made)})
	}
	if depth > maxDepth {
		return
	}
	switch m := made.(type) {
	case map[string]any:
		f, ok := file.(map[string]any)
		if !ok {
			differ()
			return
		}
		for _, key := range slices.Sorted(maps.Keys(m)) {
			res.value(path+"."+key, f[key], m[key], depth+1)
		}
	case []any:
		f, ok := file.([]any)
		if !ok || len(f) != len(m) {
			differ()
			return
		}
		for i := range m {
			res.value(fmt.Sprintf("%s[%d]", path, i), f[i], m[i], depth+1)
		}
	default:
		res.Values++
		if _, ok := made.(json.Number); ok {
			res.Numbers++
		}
		if !equal(file, made) {
			differ()
		}
	}
}

// equal compares two values that should be the same; only plain ones are.
func equal(file, made any) bool {
	switch file.(type) {
	case map[string]any, []any:
		return false
	}
	return file == made
}

func shown(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return short(string(b))
}
