package store

import (
	"context"
	"encoding/json"
	"slices"

	"svod/corpus"
)

// Warnings returns what reading the files of documents had to leave out, for
// those that have warnings with one of the codes: of what was not read, no
// search knows anything.
func (s *Store) Warnings(ctx context.Context, codes ...string) (map[string][]corpus.Warning, error) {
	rows, err := s.r.QueryContext(ctx, "SELECT id, warnings FROM documents WHERE warnings NOT IN ('null', '[]', '')")
	if err != nil {
		return nil, s.damaged(err)
	}
	defer rows.Close()
	out := map[string][]corpus.Warning{}
	for rows.Next() {
		var id string
		var data []byte
		if err := rows.Scan(&id, &data); err != nil {
			return nil, s.damaged(err)
		}
		var ws []corpus.Warning
		if err := json.Unmarshal(data, &ws); err != nil {
			return nil, s.damaged(err)
		}
		for _, w := range ws {
			if slices.Contains(codes, w.Code) {
				out[id] = append(out[id], w)
			}
		}
	}
	return out, s.damaged(rows.Err())
}
