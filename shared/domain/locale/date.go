package locale

import (
	"strconv"
	"strings"
	"time"
)

// DateTime is an instant as people read it, unambiguous (product C4):
// "12 oct 2020, 12:48" in Spanish, "12 Oct 2020, 12:48" in English, on a
// 24-hour clock in the given zone (UTC when nil). The zero time is empty.
func DateTime(language Language, at time.Time, in *time.Location) string {
	if at.IsZero() {
		return ""
	}
	at = at.In(orUTC(in))
	return date(language, at) + ", " + at.Format("15:04")
}

// Date is the day of an instant in the given zone, as in DateTime.
func Date(language Language, at time.Time, in *time.Location) string {
	if at.IsZero() {
		return ""
	}
	return date(language, at.In(orUTC(in)))
}

func date(language Language, at time.Time) string {
	months := strings.Fields(Text(language, "date.months"))
	month := at.Month().String()
	if len(months) == 12 {
		month = months[at.Month()-1]
	}
	return strconv.Itoa(at.Day()) + " " + month + " " + strconv.Itoa(at.Year())
}

func orUTC(in *time.Location) *time.Location {
	if in == nil {
		return time.UTC
	}
	return in
}
