package extract

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

var (
	monthsRussian = [...]string{"Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"}
	monthsOf      = [...]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}
	monthsShort   = [...]string{"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"}
	daysRussian   = [...]string{"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"}
	daysShort     = [...]string{"Вс", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб"}
)

// lastDate is 31.12.9999, the last day that spreadsheets know.
const lastDate = 2958465

// serialTime returns the moment that a number stands for: days since the end
// of 1899, or since 1904. The first programs took 1900 for a leap year, and all
// others after them.
func serialTime(v float64, since1904 bool, unit time.Duration) time.Time {
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case since1904:
		day = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case v < 60:
		day = day.AddDate(0, 0, 1)
	}
	whole, rest := math.Modf(v)
	d := time.Duration(math.Round(rest*float64(24*time.Hour)/float64(unit))) * unit
	return day.AddDate(0, 0, int(whole)).Add(d)
}

// writeDate writes a number as a date or a time; false if it is none.
func (s *formatSection) writeDate(v float64, since1904, russian bool) (string, bool) {
	if v < 0 || v > lastDate+1 {
		return "", false
	}
	unit, half := time.Second, false
	seconds := false
	for _, t := range s.tokens {
		half = half || t.kind == 'a'
		seconds = seconds || t.kind == 's' || t.kind == 'S'
		if t.kind == 'f' {
			unit = time.Second / time.Duration(math.Pow10(len(t.text)))
		}
	}
	if !seconds {
		unit = time.Millisecond // shown minutes are not rounded up
	}
	at := serialTime(v, since1904, unit)
	total := math.Round(v*float64(24*time.Hour)/float64(unit)) * unit.Seconds()
	if len(s.tokens) == 0 { // the system's long date
		return strconv.Itoa(at.Day()) + " " + monthsOf[at.Month()-1] + " " + strconv.Itoa(at.Year()) + " г.", true
	}
	var b strings.Builder
	two := func(n, width int) { fmt.Fprintf(&b, "%0*d", min(width, 2), n) }
	for _, t := range s.tokens {
		n := len(t.text)
		switch t.kind {
		case '"':
			b.WriteString(t.text)
		case 'y':
			if n < 3 {
				two(at.Year()%100, 2)
			} else {
				b.WriteString(strconv.Itoa(at.Year()))
			}
		case 'm':
			b.WriteString(s.month(at.Month(), n, russian))
		case 'd':
			switch {
			case n < 3:
				two(at.Day(), n)
			case russian && n == 3:
				b.WriteString(daysShort[at.Weekday()])
			case russian:
				b.WriteString(daysRussian[at.Weekday()])
			case n == 3:
				b.WriteString(at.Format("Mon"))
			default:
				b.WriteString(at.Format("Monday"))
			}
		case 'h':
			h := at.Hour()
			if half {
				h = (h+11)%12 + 1
			}
			two(h, n)
		case 'M':
			two(at.Minute(), n)
		case 's':
			two(at.Second(), n)
		case 'H':
			two(int(total/3600), n)
		case 'N':
			two(int(total/60), n)
		case 'S':
			two(int(total), n)
		case 'a':
			b.WriteString(at.Format("PM"))
		case 'f':
			point := "."
			if russian {
				point = ","
			}
			b.WriteString(point + fmt.Sprintf("%09d", at.Nanosecond())[:n])
		case '@', 'G':
			b.WriteString(general(v, russian))
		}
	}
	return trim(b.String()), true
}

func (s *formatSection) month(m time.Month, n int, russian bool) string {
	switch {
	case n < 3:
		return fmt.Sprintf("%0*d", n, int(m))
	case n == 5:
		if russian {
			return string([]rune(monthsRussian[m-1])[:1])
		}
		return m.String()[:1]
	case !russian && n == 3:
		return m.String()[:3]
	case !russian:
		return m.String()
	case n == 3:
		return monthsShort[m-1]
	case s.days:
		return monthsOf[m-1]
	}
	return monthsRussian[m-1]
}
