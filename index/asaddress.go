package index

import "svod/corpus/query"

// asAddress answers what may be an address: a search that speaks the language
// of queries is none, whatever words it has.
func (s *search) asAddress() (*Result, error) {
	if !query.Bare(s.words) {
		return nil, nil
	}
	res, err := s.address()
	if res != nil && err == nil && s.req.AtLeast > 1 {
		return nil, &query.SyntaxError{Code: "at-least-address"}
	}
	return res, err
}
