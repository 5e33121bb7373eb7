//go:build !unix

package main

import "runtime"

// peakMemory is what Go has asked of the system, in bytes: near enough to the
// most that the process has held.
func peakMemory() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}
