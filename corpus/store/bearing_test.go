package store

import (
	"fmt"
	"testing"
)

func TestBearing(t *testing.T) {
	s := open(t)
	add(t, s, "a.txt", law("О советах", 2), nil)
	b := add(t, s, "b.txt", law("О садах", 4), nil)
	for _, c := range []struct {
		nums []string
		want int
	}{{[]string{"1"}, 2}, {[]string{"9", "2"}, 2}, {[]string{"9"}, 0}, {[]string{"4"}, 1}} {
		if got, err := s.Bearing(ctx, c.nums); err != nil || len(got) != c.want {
			t.Errorf("%v: %v, %v", c.nums, got, err)
		}
	}
	if got, _ := s.Bearing(ctx, []string{"4"}); fmt.Sprint(got) != fmt.Sprint(map[string]bool{b.Entry.ID: true}) {
		t.Error(got)
	}
}
