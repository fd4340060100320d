// Package sla computes deadlines (D3, F5, F6) from working hours with breaks and holidays in a time zone, targets by priority,
// pauses and warnings. It does no I/O.
package sla

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"mesa/shared/domain/zone"
)

// Errors that report an invalid calendar or policy.
var (
	// ErrNoHours reports a calendar without working hours.
	ErrNoHours = errors.New("the calendar has no working hours")
	// ErrHours reports working hours that end before they begin, overlap, or are not within one day.
	ErrHours = errors.New("invalid working hours")
	// ErrTarget reports a target that is negative or too long, or a warning that is not at 1 to 100 percent.
	ErrTarget = errors.New("target out of range")
)

// Hours is a range of working hours of a day, in minutes since local midnight: 540 to 1080 is 9:00 to 18:00. The end is
// exclusive; 1440 is the next midnight.
type Hours struct {
	From, To int
}

// Date is a day of the calendar.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Calendar defines the working hours of the desk. The zero value is Monday to Friday, 9:00 to 18:00 UTC, without holidays.
type Calendar struct {
	// Zone is an IANA time zone; "" means zone.Default.
	Zone string
	// Week holds the hours of each day in order, Sunday first. Two ranges in a day have a break between them. If all days are
	// nil, the hours are Monday to Friday, 9:00 to 18:00. If all days are empty but not all nil, the calendar is invalid
	// (ErrNoHours).
	Week [7][]Hours
	// OfficialHolidays is true if the desk is closed on Mexico's official holidays.
	OfficialHolidays bool
	// Closed are additional days on which the desk is closed, such as holidays of the office.
	Closed []Closing
}

// Closing is a day on which the desk is closed.
type Closing struct {
	Date

	// Name is the reason. It is optional.
	Name string
}

// Schedule computes working time by a calendar. It is immutable and safe for concurrent use. NewSchedule returns a Schedule.
type Schedule struct {
	location *time.Location
	week     [7][]Hours
	official bool
	closed   map[Date]bool
}

// NewSchedule validates a calendar and returns its schedule. Errors wrap ErrHours, ErrNoHours or zone.ErrUnknown.
func NewSchedule(c Calendar) (*Schedule, error) {
	location, err := zone.Load(c.Zone)
	if err != nil {
		return nil, fmt.Errorf("calendar: %w", err)
	}
	s := &Schedule{location: location, week: WeekOf(c), official: c.OfficialHolidays, closed: map[Date]bool{}}
	open := false
	for day, hours := range s.week {
		last := 0
		for _, h := range hours {
			if h.From < last || h.To <= h.From || h.To > 24*60 {
				return nil, fmt.Errorf("%w: %v, %d to %d", ErrHours, time.Weekday(day), h.From, h.To)
			}
			last = h.To
			open = true
		}
	}
	if !open {
		return nil, ErrNoHours
	}
	for _, day := range c.Closed {
		s.closed[day.Date] = true
	}
	return s, nil
}

// WeekOf returns the hours of each day, Sunday first. If all days of the calendar are nil, it returns the default hours.
func WeekOf(c Calendar) [7][]Hours {
	if slices.ContainsFunc(c.Week[:], func(day []Hours) bool { return day != nil }) {
		return c.Week
	}
	var week [7][]Hours
	for day := time.Monday; day <= time.Friday; day++ {
		week[day] = []Hours{{From: 9 * 60, To: 18 * 60}}
	}
	return week
}

// span is an interval of working time. Its end is exclusive.
type span struct{ from, to time.Time }

// spans returns the working time of a day. It returns none on a day on which the desk is closed, and omits hours that are
// skipped by a clock change.
func (s *Schedule) spans(d Date) []span {
	if s.closed[d] || s.official && IsOfficialHoliday(d) {
		return nil
	}
	hours := s.week[d.weekday()]
	all := make([]span, 0, len(hours))
	for _, h := range hours {
		from, to := s.instant(d, h.From), s.instant(d, h.To)
		if from.Before(to) {
			all = append(all, span{from, to})
		}
	}
	return all
}

// instant returns the instant at which local clocks show a minute of a day. If a clock change repeats the minute, it is the
// first of the two instants. If a clock change skips the minute, it is the instant of the change. A later minute never results
// in an earlier instant, which time.Date does not guarantee.
func (s *Schedule) instant(d Date, minute int) time.Time {
	localTime := time.Date(d.Year, d.Month, d.Day, 0, minute, 0, 0, time.UTC)
	at := time.Date(d.Year, d.Month, d.Day, 0, minute, 0, 0, s.location)
	_, offset := at.Zone()
	start, end := at.ZoneBounds()
	switch difference := localTime.Sub(at.UTC()) - time.Duration(offset)*time.Second; {
	case difference < 0: // the clock change skips the minute
		return start
	case difference > 0:
		return end
	}
	if start.IsZero() {
		return at
	}
	_, before := start.Add(-time.Second).Zone()
	if earlier := localTime.Add(-time.Duration(before) * time.Second); earlier.Before(start) {
		return earlier.In(s.location)
	}
	return at
}

// AverageDay returns the average working time of the days that have working hours, rounded down to the minute. It is used to
// convert working time to working days.
func (s *Schedule) AverageDay() time.Duration {
	minutes, days := 0, 0
	for _, hours := range s.week {
		if len(hours) > 0 {
			days++
		}
		for _, h := range hours {
			minutes += h.To - h.From
		}
	}
	return time.Duration(minutes/days) * time.Minute
}

func (s *Schedule) date(at time.Time) Date {
	year, month, day := at.In(s.location).Date()
	return Date{year, month, day}
}

func (d Date) weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC).Weekday()
}

func (d Date) next() Date {
	year, month, day := time.Date(d.Year, d.Month, d.Day+1, 12, 0, 0, 0, time.UTC).Date()
	return Date{year, month, day}
}
