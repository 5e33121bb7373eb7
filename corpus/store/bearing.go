package store

import (
	"context"
	"strings"
)

// Bearing returns the documents in which an article may bear one of some
// numbers, in the form of addresses: «5-1», «53.1». It is for those who would
// have to read all of them.
func (s *Store) Bearing(ctx context.Context, nums []string) (map[string]bool, error) {
	// Several articles in one line have «ст.5–7» or «ст.5,7».
	or := []string{"address GLOB '*ст.*–*'", "address GLOB '*ст.*,*'"}
	var args []any
	for _, n := range nums {
		or = append(or, "address = ?", "address GLOB ?", "address GLOB ?")
		args = append(args, "ст."+n, "*/ст."+n, "*ст."+n+"~*")
	}
	rows, err := s.r.QueryContext(ctx, "SELECT DISTINCT doc FROM units WHERE kind = 'article' AND ("+strings.Join(or, " OR ")+")", args...)
	if err != nil {
		return nil, s.damaged(err)
	}
	defer rows.Close()
	out := map[string]bool{}
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, s.damaged(err)
		}
		out[id] = true
	}
	return out, s.damaged(rows.Err())
}
