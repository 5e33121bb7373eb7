package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"svod/corpus"
)

// User is the origin of a value that the user has given.
const User = "user"

// None is what, given to Set as a metadata value, says that the document has none.
const None = "-"

// fields are the values of Meta by their names.
func fields(m *corpus.Meta) map[string]*string {
	return map[string]*string{
		"title": &m.Title, "type": &m.Type, "number": &m.Number, "date": &m.Date, "body": &m.Body,
		"jurisdiction": &m.Jurisdiction, "language": &m.Language, "edition": &m.Edition,
	}
}

// IsMeta reports whether a key of Set corrects the document's metadata rather
// than setting an attribute.
func IsMeta(key string) bool { return fields(new(corpus.Meta))[key] != nil }

// Set corrects a value of a document's metadata (title, type, number, date,
// body, jurisdiction, language, edition), or sets an attribute: any other key.
// The empty value takes the user's word back: the attribute is gone, the
// metadata are again what the document says. None for metadata says that there
// is none.
func (s *Store) Set(ctx context.Context, id, key, value string) error {
	value = strings.TrimSpace(value)
	if err := check(key, value); err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		e, err := s.one(ctx, tx, id)
		if err != nil {
			return err
		}
		if !IsMeta(key) {
			if value == "" {
				_, err = tx.ExecContext(ctx, "DELETE FROM attributes WHERE doc = ? AND key = ?", e.ID, key)
			} else {
				_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO attributes VALUES (?, ?, ?)", e.ID, key, value)
			}
			if err != nil {
				return err
			}
			return writeMeta(ctx, tx, e.ID, e.Meta)
		}
		var parsed corpus.Meta
		var js []byte
		if err := tx.QueryRowContext(ctx, "SELECT parsed FROM documents WHERE id = ?", e.ID).Scan(&js); err != nil {
			return err
		}
		if err := json.Unmarshal(js, &parsed); err != nil {
			return err
		}
		m := e.Meta
		m.Origin = maps.Clone(m.Origin)
		if m.Origin == nil {
			m.Origin = map[string]string{}
		}
		switch value {
		case "":
			*fields(&m)[key] = *fields(&parsed)[key]
			m.Origin[key] = parsed.Origin[key]
			if m.Origin[key] == "" {
				delete(m.Origin, key)
			}
		case None:
			*fields(&m)[key], m.Origin[key] = "", User
		default:
			*fields(&m)[key], m.Origin[key] = value, User
		}
		return writeMeta(ctx, tx, e.ID, m)
	})
}

// check refuses values that nothing could be done with later.
func check(key, value string) error {
	wrong := func(code string) error { return &ValueError{Key: key, Value: value, Code: code} }
	if !IsMeta(key) {
		ok := key != "" && !strings.ContainsFunc(key, func(r rune) bool {
			return r == '=' || r == ':' || unicode.IsSpace(r) || unicode.IsControl(r)
		})
		if !ok || slices.Contains([]string{"id", "sha256", "file", "format", "hash"}, key) {
			return wrong("key")
		}
		return nil
	}
	if value == "" || value == None {
		return nil
	}
	switch key {
	case "type":
		if !slices.Contains(types, value) {
			return wrong("type")
		}
	case "language":
		if !slices.Contains([]string{"ru", "kk", "en"}, value) {
			return wrong("language")
		}
	case "jurisdiction":
		if len(value) != 2 || strings.ToUpper(value) != value {
			return wrong("jurisdiction")
		}
	case "date":
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return wrong("date")
		}
	case "edition":
		if !isDate(value) {
			return wrong("date")
		}
	}
	return nil
}

var types = []string{"law", "code", "decree", "resolution", "order", "decision", "constitution", "rules", "report", "other"}

// isDate accepts 2021, 2021-01 and 2021-01-03.
func isDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// overlay returns what the document says now with the user's words over it.
func overlay(parsed, have corpus.Meta) corpus.Meta {
	origin := maps.Clone(parsed.Origin)
	for key, from := range have.Origin {
		if from == User {
			if origin == nil {
				origin = map[string]string{}
			}
			*fields(&parsed)[key], origin[key] = *fields(&have)[key], User
		}
	}
	parsed.Origin = origin
	return parsed
}

// writeMeta writes the values in force and all that is computed from them.
func writeMeta(ctx context.Context, tx *sql.Tx, id string, m corpus.Meta) error {
	origin := []byte("{}")
	if m.Origin != nil {
		var err error
		if origin, err = json.Marshal(m.Origin); err != nil {
			return err
		}
	}
	var content, js string
	err := tx.QueryRowContext(ctx, `SELECT content, (SELECT json_group_object(key, value) FROM attributes WHERE doc = id)
		FROM documents WHERE id = ?`, id).Scan(&content, &js)
	if err != nil {
		return err
	}
	var attrs map[string]string
	if err := json.Unmarshal([]byte(js), &attrs); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE documents SET title = ?, type = ?, number = ?, date = ?, body = ?, jurisdiction = ?,
		language = ?, edition = ?, origin = ?, hash = ?, number_key = ?, title_key = ? WHERE id = ?`,
		m.Title, m.Type, m.Number, m.Date, m.Body, m.Jurisdiction, m.Language, m.Edition, origin,
		entryHash(content, m, attrs), numberKey(m.Number), titleKey(m.Title), id)
	return err
}

// Remove removes a document and all that belongs to it.
func (s *Store) Remove(ctx context.Context, id string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		e, err := s.one(ctx, tx, id)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM documents WHERE id = ?", e.ID)
		return err
	})
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
