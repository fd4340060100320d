package settingstore

import (
	"cmp"
	"slices"
	"time"

	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

// calendarPart is the calendar as the settings item stores it.
type calendarPart struct {
	Zone            string        `dynamodbav:"zone"`
	Week            [][]hoursPart `dynamodbav:"week"`
	WorksOnHolidays bool          `dynamodbav:"worksOnHolidays"`
	Closed          []datePart    `dynamodbav:"closed"`
}

type hoursPart struct {
	From int `dynamodbav:"from"`
	To   int `dynamodbav:"to"`
}

type datePart struct {
	Year  int    `dynamodbav:"year"`
	Month int    `dynamodbav:"month"`
	Day   int    `dynamodbav:"day"`
	Name  string `dynamodbav:"name,omitempty"`
}

func newCalendarPart(c sla.Calendar) calendarPart {
	stored := calendarPart{Zone: c.Zone, WorksOnHolidays: !c.OfficialHolidays}
	for _, day := range c.Week {
		hours := make([]hoursPart, 0, len(day))
		for _, h := range day {
			hours = append(hours, hoursPart(h))
		}
		stored.Week = append(stored.Week, hours)
	}
	for _, date := range c.Closed {
		stored.Closed = append(stored.Closed, datePart{Year: date.Year, Month: int(date.Month), Day: date.Day, Name: date.Name})
	}
	return stored
}

func (i calendarPart) calendar() sla.Calendar {
	c := sla.Calendar{Zone: i.Zone, OfficialHolidays: !i.WorksOnHolidays}
	for day, hours := range i.Week {
		if day >= len(c.Week) {
			break
		}
		for _, h := range hours {
			c.Week[day] = append(c.Week[day], sla.Hours(h))
		}
	}
	for _, date := range i.Closed {
		c.Closed = append(c.Closed, sla.Closing{Date: sla.Date{Year: date.Year, Month: time.Month(date.Month), Day: date.Day}, Name: date.Name})
	}
	return c
}

// targetPart is the target of one priority. The stored list replaces the default list as a whole, so a target that an
// administrator removed does not get its default again.
type targetPart struct {
	Priority     string `dynamodbav:"priority"`
	Days         int    `dynamodbav:"days"`
	Hours        int    `dynamodbav:"hours,omitempty"`
	CalendarDays bool   `dynamodbav:"calendarDays"`
}

func newTargetParts(targets map[ticket.Priority]sla.Target) []targetPart {
	stored := make([]targetPart, 0, len(targets))
	for priority, target := range targets {
		stored = append(stored, targetPart{Priority: string(priority), Days: target.Days, Hours: target.Hours, CalendarDays: target.CalendarDays})
	}
	slices.SortFunc(stored, func(a, b targetPart) int { return cmp.Compare(a.Priority, b.Priority) })
	return stored
}

func targetsOf(stored []targetPart) map[ticket.Priority]sla.Target {
	targets := make(map[ticket.Priority]sla.Target, len(stored))
	for _, part := range stored {
		targets[ticket.Priority(part.Priority)] = sla.Target{Days: part.Days, Hours: part.Hours, CalendarDays: part.CalendarDays}
	}
	return targets
}
