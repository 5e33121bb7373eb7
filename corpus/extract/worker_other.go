//go:build !linux || race

package extract

// limitMemory does nothing here: the worker's own watch on its memory remains.
func limitMemory(int64) {}
