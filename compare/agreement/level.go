package agreement

import "strings"

// A Level is the level of measurement of a variable: what of two values can be
// compared.
type Level string

// The levels.
const (
	Nominal  Level = "nominal"  // the same or not
	Ordinal  Level = "ordinal"  // more or less
	Interval Level = "interval" // by how much
	Ratio    Level = "ratio"    // how many times
)

// Levels are the levels from the weakest.
var Levels = []Level{Nominal, Ordinal, Interval, Ratio}

var levelNames = map[string]Level{
	"nominal": Nominal, "номинальная": Nominal, "номинальный": Nominal, "ordinal": Ordinal, "порядковая": Ordinal, "порядковый": Ordinal,
	"interval": Interval, "интервальная": Interval, "интервальный": Interval,
	"ratio": Ratio, "относительная": Ratio, "отношений": Ratio, "отношения": Ratio, "абсолютная": Ratio, "числовая": Ratio,
}

// ParseLevel returns the level of a word, English or Russian.
func ParseLevel(s string) (Level, bool) {
	l, ok := levelNames[strings.ToLower(strings.TrimSpace(s))]
	return l, ok
}
