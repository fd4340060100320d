package sla

import "time"

// IsOfficialHoliday tells whether a day is one of Mexico's obligatory days of
// rest: Ley Federal del Trabajo, article 74. Its ninth case, election days, are
// Sundays laid down for each election; name them in Calendar.Closed where the
// desk works on Sundays.
func IsOfficialHoliday(d Date) bool {
	switch d.Month {
	case time.January:
		return d.Day == 1 // I
	case time.February:
		return d.isMonday(1) // II, for February 5
	case time.March:
		return d.isMonday(3) // III, for March 21
	case time.May:
		return d.Day == 1 // IV
	case time.September:
		return d.Day == 16 // V
	case time.October:
		return d.Day == 1 && d.Year >= 2024 && (d.Year-2024)%6 == 0 // VII, the President takes office
	case time.November:
		return d.isMonday(3) // VI, for November 20
	case time.December:
		// VIII, and VII as it was until 2018.
		return d.Day == 25 || d.Day == 1 && d.Year < 2024 && (2018-d.Year)%6 == 0
	default:
		return false
	}
}

// OfficialHolidays are a year's obligatory days of rest, in their order.
func OfficialHolidays(year int) []Date {
	var all []Date
	for d := (Date{year, time.January, 1}); d.Year == year; d = d.next() {
		if IsOfficialHoliday(d) {
			all = append(all, d)
		}
	}
	return all
}

// isMonday tells whether it is the month's nth Monday.
func (d Date) isMonday(nth int) bool {
	return d.weekday() == time.Monday && (d.Day-1)/7 == nth-1
}
