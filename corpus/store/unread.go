package store

import (
	"context"
	"database/sql"
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

// A Refused file was to be added but could not be read: it is not among the
// documents, and no search knows what is in it.
type Refused struct {
	File string   `json:"-"` // its base name
	Code string   `json:"code"`
	Args []string `json:"args,omitempty"`
}

const refusedKey = "refused " // and the base name, in meta

// SetRefused remembers which files could not be read, and forgets those, by
// their base names, that now have been.
func (s *Store) SetRefused(ctx context.Context, refused []Refused, read []string) error {
	if len(refused) == 0 {
		have, err := s.Refused(ctx)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(have, func(r Refused) bool { return slices.Contains(read, r.File) }) {
			return nil
		}
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, name := range read {
			if _, err := tx.ExecContext(ctx, "DELETE FROM meta WHERE key = ?", refusedKey+name); err != nil {
				return err
			}
		}
		for _, r := range refused {
			data, err := json.Marshal(r)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO meta VALUES (?, ?)", refusedKey+r.File, string(data)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Refused returns the files that could not be read, by name.
func (s *Store) Refused(ctx context.Context) ([]Refused, error) {
	rows, err := s.r.QueryContext(ctx, "SELECT substr(key, ?), value FROM meta WHERE key GLOB ? ORDER BY key", len(refusedKey)+1, refusedKey+"*")
	if err != nil {
		return nil, s.damaged(err)
	}
	defer rows.Close()
	var out []Refused
	for rows.Next() {
		var r Refused
		var data []byte
		if err := rows.Scan(&r.File, &data); err != nil {
			return nil, s.damaged(err)
		}
		if err := json.Unmarshal(data, &r); err != nil {
			return nil, s.damaged(err)
		}
		out = append(out, r)
	}
	return out, s.damaged(rows.Err())
}
