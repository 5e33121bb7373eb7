//go:build linux && !race

package extract

import (
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// limitMemory has the system refuse memory beyond limit. It counts addresses,
// of which a Go program reserves many that it never uses: those it has by now
// come on top. The race detector reserves too many for any limit.
func limitMemory(limit int64) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return
	}
	first, _, _ := strings.Cut(string(statm), " ")
	pages, err := strconv.ParseInt(first, 10, 64)
	if err != nil {
		return
	}
	most := uint64(pages)*uint64(os.Getpagesize()) + uint64(limit) + uint64(limit)/4
	unix.Setrlimit(unix.RLIMIT_AS, &unix.Rlimit{Cur: most, Max: most}) // the watch remains if it fails
}
