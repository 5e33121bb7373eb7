package index

import (
	"time"

	"svod/corpus"
)

// SetHoldTime makes writers give way more often than they do.
func SetHoldTime(d time.Duration) { holdTime = d }

// Ordered is a request that tells f all that is found, in order, and answers
// with one hit.
func Ordered(query string, f func(document string, address corpus.Address)) Request {
	return Request{Query: query, Limit: 1, plain: true, order: f}
}
