// Package sla is the arithmetic of deadlines (product D3, D6): working hours
// with breaks and holidays in a time zone, targets by priority, pauses and
// warnings. It is pure.
package sla

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"mesa/shared/domain/zone"
)

// Errors of a calendar or policy that can't be used.
var (
	// ErrNoHours reports a calendar that is never open.
	ErrNoHours = errors.New("the calendar has no working hours")
	// ErrHours reports hours that end before they begin, overlap or leave the day.
	ErrHours = errors.New("working hours out of order")
	// ErrTarget reports a target with a negative or absurd number of days.
	ErrTarget = errors.New("target out of range")
)

// Hours are working hours of a day, in minutes since local midnight: 540 to
// 1080 is 9:00 to 18:00. The end is not within; 1440 is the next midnight.
type Hours struct {
	From, To int
}

// Date is a day of the calendar.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Calendar says when the desk works. The zero value is Monday to Friday, 9:00
// to 18:00, Mexico City time, closed on Mexico's official holidays.
type Calendar struct {
	// Zone is an IANA name; "" means zone.Default.
	Zone string
	// Week are the hours of each day from Sunday on, in order; two of them
	// leave a break. When no day has any, Monday to Friday, 9:00 to 18:00.
	Week [7][]Hours
	// WithoutOfficialHolidays works on Mexico's official holidays too.
	WithoutOfficialHolidays bool
	// Closed are further days without work, such as holidays of the office.
	Closed []Closing
}

// Closing is a day without work of the desk's own.
type Closing struct {
	Date

	// Name says why; it may be empty.
	Name string
}

// Schedule is a calendar made ready to count with. Make one with NewSchedule;
// it doesn't change and may be shared.
type Schedule struct {
	in       *time.Location
	week     [7][]Hours
	official bool
	closed   map[Date]bool
}

// NewSchedule checks a calendar and makes it ready. Errors wrap ErrHours,
// ErrNoHours or zone.ErrUnknown.
func NewSchedule(c Calendar) (*Schedule, error) {
	in, err := zone.Load(c.Zone)
	if err != nil {
		return nil, fmt.Errorf("calendar: %w", err)
	}
	s := &Schedule{in: in, week: WeekOf(c), official: !c.WithoutOfficialHolidays, closed: map[Date]bool{}}
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

// WeekOf are the hours of each day from Sunday on as a calendar means them:
// the usual ones where it has none.
func WeekOf(c Calendar) [7][]Hours {
	if slices.ContainsFunc(c.Week[:], func(day []Hours) bool { return day != nil }) {
		return c.Week
	}
	var usual [7][]Hours
	for day := time.Monday; day <= time.Friday; day++ {
		usual[day] = []Hours{{From: 9 * 60, To: 18 * 60}}
	}
	return usual
}

// span is a stretch of working time, its end not within.
type span struct{ from, to time.Time }

// spans are the working time of a day, none on a holiday. Hours that a change
// of the clock makes vanish are left out.
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

// instant is when the clocks of the zone reach a minute of a day: the first
// time, where clocks go back over it, and the moment of the change, where they
// skip it. It never goes back as the minute goes on, which time.Date alone
// doesn't promise.
func (s *Schedule) instant(d Date, minute int) time.Time {
	wall := time.Date(d.Year, d.Month, d.Day, 0, minute, 0, 0, time.UTC)
	at := time.Date(d.Year, d.Month, d.Day, 0, minute, 0, 0, s.in)
	_, offset := at.Zone()
	start, end := at.ZoneBounds()
	switch shown := wall.Sub(at.UTC()) - time.Duration(offset)*time.Second; {
	case shown < 0: // at is shown later than asked for: the clocks skipped it
		return start
	case shown > 0:
		return end
	}
	if start.IsZero() {
		return at
	}
	_, before := start.Add(-time.Second).Zone()
	if earlier := wall.Add(-time.Duration(before) * time.Second); earlier.Before(start) {
		return earlier.In(s.in)
	}
	return at
}

// Day is how long the days are that have hours, on average, rounded down to
// the minute: what "a working day" says of a stretch of working time.
func (s *Schedule) Day() time.Duration {
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
	year, month, day := at.In(s.in).Date()
	return Date{year, month, day}
}

func (d Date) weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC).Weekday()
}

func (d Date) next() Date {
	year, month, day := time.Date(d.Year, d.Month, d.Day+1, 12, 0, 0, 0, time.UTC).Date()
	return Date{year, month, day}
}
