package amend

import (
	"time"

	"svod/corpus"
)

// An Effect says when an operation comes into force. The zero value says that
// the draft does not tell.
type Effect struct {
	Date string // 2026-01-01, if the draft names the day
	// Days is how many pass after the first official publication before the
	// act is in force; Published says that it is that which counts. «По истечении
	// десяти календарных дней после дня …» is 10; «со дня …» is 0.
	Days      int
	Months    int  // instead of days: «по истечении шести месяцев»
	Working   bool // рабочих
	Published bool
	Place     corpus.Address // of the clause of the draft that says so
	Text      string
}

// On returns the first day in force of what was published on a day,
// both as 2026-01-01. It is false where it cannot be told: the draft says
// nothing, or counts from a publication of which nothing is known, or in
// working days, which need a calendar of holidays.
func (e Effect) On(published string) (string, bool) {
	switch {
	case e.Date != "":
		return e.Date, true
	case !e.Published || published == "" || e.Working:
		return "", false
	}
	day, err := time.Parse(time.DateOnly, published)
	if err != nil {
		return "", false
	}
	if e.Days > 0 || e.Months > 0 {
		day = day.AddDate(0, e.Months, e.Days+1) // «по истечении»: the day after they have passed
	}
	return day.Format(time.DateOnly), true
}
