package index

import (
	"time"

	"svod/corpus"
	"svod/corpus/query"
)

// SetHoldTime makes writers give way more often than they do.
func SetHoldTime(d time.Duration) { holdTime = d }

// Ordered is a request that tells f all that is found, in order, and answers
// with one hit.
func Ordered(question string, f func(document string, address corpus.Address)) Request {
	return Request{Query: question, Limit: 1, Synonyms: query.Starter(), plain: true, order: f}
}
