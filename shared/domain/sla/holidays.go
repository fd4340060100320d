package sla

import "time"

// IsOfficialHoliday reports whether a day is a mandatory holiday in Mexico: Ley Federal del Trabajo, article 74, whose sections
// are cited below. Section IX is omitted: election days are Sundays, with no fixed rule. A desk that works on Sundays lists
// them in Calendar.Closed. ADR 24 explains why no library is used.
func IsOfficialHoliday(d Date) bool {
	switch d.Month {
	case time.January:
		return d.Day == 1 // I
	case time.February:
		return d.isNthMonday(1) // II, for February 5
	case time.March:
		return d.isNthMonday(3) // III, for March 21
	case time.May:
		return d.Day == 1 // IV
	case time.September:
		return d.Day == 16 // V
	case time.October:
		return d.Day == 1 && d.Year >= 2024 && (d.Year-2024)%6 == 0 // VII, inauguration of the President
	case time.November:
		return d.isNthMonday(3) // VI, for November 20
	case time.December:
		// VIII; VII until 2018
		return d.Day == 25 || d.Day == 1 && d.Year < 2024 && (2018-d.Year)%6 == 0
	default:
		return false
	}
}

// OfficialHolidays returns the official holidays of a year, in order.
func OfficialHolidays(year int) []Date {
	var all []Date
	for d := (Date{year, time.January, 1}); d.Year == year; d = d.next() {
		if IsOfficialHoliday(d) {
			all = append(all, d)
		}
	}
	return all
}

// isNthMonday reports whether the day is the nth Monday of its month.
func (d Date) isNthMonday(nth int) bool {
	return d.weekday() == time.Monday && (d.Day-1)/7 == nth-1
}
