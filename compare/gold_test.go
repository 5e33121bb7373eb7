package compare

import (
	"fmt"
	"strings"
	"testing"
)

// The notes of a new edition say what laws did to which provisions since the
// old one: a truth that nobody had to write. Each of them must be met by a row
// of the right kind at the provision or below it, and each row explained by a
// note.
func TestNotesAreMetByRows(t *testing.T) {
	for _, c := range []struct {
		old, new           string
		unmet, unexplained int
	}{
		{"acts/kz-ngo/rus-95138_public-councils_ed-2019.md", "acts/kz-ngo/rus-95138_public-councils_ed-2021.md", 0, 0},
		{"acts/kz-ngo/rus-23601_social-order_ed-2022.md", "acts/kz-ngo/rus-23601_social-order_ed-2023.md", 0, 0},
		{"acts/ru-constitution/14_21.07.2014.txt", "acts/ru-constitution/16_14.03.2020.txt", 1, 0}, // «Часть введена» under ст. 102 ч. 3, which was only changed
	} {
		cmp := Compare(real(t, c.old), real(t, c.new))
		var log strings.Builder
		unmet := 0
		for _, a := range cmp.Announced {
			if a.Rows == 0 {
				unmet++
			}
			fmt.Fprintf(&log, "\n%-14s %-10s %3d rows  %s", a.Address, a.Deed, a.Rows, a.Law)
		}
		rows := cmp.Unexplained()
		for _, r := range rows {
			fmt.Fprintf(&log, "\nunexplained: %s %.200v → %.200v", r.Change, r.Old, r.New)
		}
		t.Logf("%s: %d announced, %d of them unmet, %d rows unexplained%s", c.new, len(cmp.Announced), unmet, len(rows), log.String())
		if len(cmp.Announced) == 0 || unmet > c.unmet || len(rows) > c.unexplained {
			t.Errorf("%s: %d unmet, %d unexplained", c.new, unmet, len(rows))
		}
	}
}
