package index

import (
	"sync"

	"svod/corpus/store"
)

// An actList keeps the acts of the corpus as a search saw them last: to sort
// the documents into acts takes longer than most searches.
type actList struct {
	mu   sync.Mutex
	list []store.Entry
	acts []store.Act
}

// of returns the acts of a list of documents.
func (a *actList) of(list []store.Entry) []store.Act {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !sameList(a.list, list) {
		a.list, a.acts = list, store.Acts(list)
	}
	return a.acts
}

func sameList(a, b []store.Entry) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID || a[i].Hash != b[i].Hash || a[i].File != b[i].File {
			return false
		}
	}
	return true
}
