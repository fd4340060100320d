package store

import (
	"cmp"
	"slices"
	"time"

	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

// calendarItem is the desk's working time as it is kept.
type calendarItem struct {
	Zone            string        `dynamodbav:"zone"`
	Week            [][]hoursItem `dynamodbav:"week"`
	WorksOnHolidays bool          `dynamodbav:"worksOnHolidays"`
	Closed          []dateItem    `dynamodbav:"closed"`
}

type hoursItem struct {
	From int `dynamodbav:"from"`
	To   int `dynamodbav:"to"`
}

type dateItem struct {
	Year  int    `dynamodbav:"year"`
	Month int    `dynamodbav:"month"`
	Day   int    `dynamodbav:"day"`
	Name  string `dynamodbav:"name,omitempty"`
}

func newCalendarItem(c sla.Calendar) calendarItem {
	kept := calendarItem{Zone: c.Zone, WorksOnHolidays: !c.OfficialHolidays}
	for _, day := range c.Week {
		hours := make([]hoursItem, 0, len(day))
		for _, h := range day {
			hours = append(hours, hoursItem(h))
		}
		kept.Week = append(kept.Week, hours)
	}
	for _, date := range c.Closed {
		kept.Closed = append(kept.Closed, dateItem{Year: date.Year, Month: int(date.Month), Day: date.Day, Name: date.Name})
	}
	return kept
}

func (i calendarItem) calendar() sla.Calendar {
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

// targetItem is within how many days a priority's tickets are due. Targets are a list, so that one that is taken out does not
// come back as a default.
type targetItem struct {
	Priority     string `dynamodbav:"priority"`
	Days         int    `dynamodbav:"days"`
	Hours        int    `dynamodbav:"hours,omitempty"`
	CalendarDays bool   `dynamodbav:"calendarDays"`
}

func newTargetItems(targets map[ticket.Priority]sla.Target) []targetItem {
	kept := make([]targetItem, 0, len(targets))
	for priority, target := range targets {
		kept = append(kept, targetItem{Priority: string(priority), Days: target.Days, Hours: target.Hours, CalendarDays: target.CalendarDays})
	}
	slices.SortFunc(kept, func(a, b targetItem) int { return cmp.Compare(a.Priority, b.Priority) })
	return kept
}

func targetsOf(kept []targetItem) map[ticket.Priority]sla.Target {
	targets := make(map[ticket.Priority]sla.Target, len(kept))
	for _, one := range kept {
		targets[ticket.Priority(one.Priority)] = sla.Target{Days: one.Days, Hours: one.Hours, CalendarDays: one.CalendarDays}
	}
	return targets
}
