package locale

import (
	"strconv"
	"strings"
	"time"
)

// DateTime formats a date and time with the name of the month and a 24-hour clock (C4): "12 oct 2020, 12:48" in Spanish, "12
// Oct 2020, 12:48" in English. A nil zone means UTC. It returns "" for the zero time.
func DateTime(language Language, at time.Time, zone *time.Location) string {
	if at.IsZero() {
		return ""
	}
	at = at.In(orUTC(zone))
	return date(language, at) + ", " + at.Format("15:04")
}

// Date formats the date in the format of DateTime, without the time.
func Date(language Language, at time.Time, zone *time.Location) string {
	if at.IsZero() {
		return ""
	}
	return date(language, at.In(orUTC(zone)))
}

func date(language Language, at time.Time) string {
	months := strings.Fields(Text(language, "date.months"))
	return strconv.Itoa(at.Day()) + " " + months[at.Month()-1] + " " + strconv.Itoa(at.Year())
}

func orUTC(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}
