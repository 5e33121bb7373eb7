//go:build unix

package main

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// peakMemory is the most memory the process has held, in bytes.
func peakMemory() int64 {
	var u unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &u) != nil {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(u.Maxrss)
	}
	return int64(u.Maxrss) * 1024
}
