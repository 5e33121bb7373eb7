package lazy

import (
	"sync"
	"testing"
)

// TestRegexp uses one expression from many sides at once.
func TestRegexp(t *testing.T) {
	r := New(`(\d+)-(\d+)`)
	var g sync.WaitGroup
	for range 20 {
		g.Go(func() {
			if m := r.FindStringSubmatch("статья 5-1"); len(m) != 3 || m[2] != "1" {
				t.Errorf("%v", m)
			}
		})
	}
	g.Wait()
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression must panic")
		}
	}()
	New(`(`).MatchString("")
}
