//go:build race

package index_test

// raced says that the race detector is on: what takes long and knows no
// concurrency of its own is skipped then.
const raced = true
