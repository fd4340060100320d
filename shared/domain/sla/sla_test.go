package sla_test

import (
	"cmp"
	"errors"
	"fmt"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
)

const mexico = "America/Mexico_City"

// parseTime parses a time such as "2026-11-24 10:30" in a time zone, by default Mexico City's.
func parseTime(t interface{ Fatal(...any) }, text string, in ...string) time.Time {
	name := mexico
	if len(in) > 0 {
		name = in[0]
	}
	parsed, err := time.ParseInLocation("2006-01-02 15:04", text, zone.FirstKnown(name))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func newDeadlines(t interface{ Fatal(...any) }, p sla.Policy) *sla.Deadlines {
	d, err := sla.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// mexican returns the deadlines of the policy with Mexico's official holidays, in Mexico City unless the policy names a time
// zone.
func mexican(t interface{ Fatal(...any) }, p sla.Policy) *sla.Deadlines {
	p.Calendar.Zone, p.Calendar.OfficialHolidays = cmp.Or(p.Calendar.Zone, mexico), true
	return newDeadlines(t, p)
}

func show(when time.Time, in string) string {
	if when.IsZero() {
		return ""
	}
	return when.In(zone.FirstKnown(cmp.Or(in, mexico))).Format("2006-01-02 15:04")
}

func TestDefaultTargets(t *testing.T) {
	d := mexican(t, sla.Policy{})
	for _, c := range []struct {
		name     string
		priority ticket.Priority
		opened   string
		paused   time.Duration
		want     string
	}{
		{"ALTA on a Tuesday", ticket.High, "2026-11-24 10:30", 0, "2026-11-26 10:30"},
		{"ALTA over the weekend", ticket.High, "2026-11-27 10:30", 0, "2026-12-01 10:30"},
		{"ALTA at night counts from the next opening", ticket.High, "2026-11-24 22:00", 0, "2026-11-27 09:00"},
		{"ALTA early counts from that day's opening", ticket.High, "2026-11-24 07:00", 0, "2026-11-26 09:00"},
		{"ALTA on a Saturday", ticket.High, "2026-11-28 12:00", 0, "2026-12-02 09:00"},
		{"ALTA at closing", ticket.High, "2026-11-24 18:00", 0, "2026-11-27 09:00"},
		{"ALTA over the holiday of the Revolution", ticket.High, "2026-11-13 12:00", 0, "2026-11-18 12:00"},
		{"ALTA over Christmas", ticket.High, "2026-12-24 12:00", 0, "2026-12-29 12:00"},
		{"ALTA opened on a holiday", ticket.High, "2026-09-16 12:00", 0, "2026-09-21 09:00"},
		{"MEDIA", ticket.Medium, "2026-11-24 10:30", 0, "2026-12-08 10:30"},
		{"MEDIA over New Year", ticket.Medium, "2026-12-21 09:00", 0, "2027-01-06 09:00"},
		{"BAJA", ticket.Low, "2026-11-24 10:30", 0, ""},
		{"no priority", ticket.NoPriority, "2026-11-24 10:30", 0, ""},
		{"paused for 2 hours", ticket.High, "2026-11-24 10:30", 2 * time.Hour, "2026-11-26 12:30"},
		{"paused into the next day", ticket.High, "2026-11-24 16:30", 2 * time.Hour, "2026-11-27 09:30"},
		{"paused up to the closing", ticket.High, "2026-11-24 16:00", 2 * time.Hour, "2026-11-26 18:00"},
		{"paused for 3 days", ticket.High, "2026-11-24 10:30", 27 * time.Hour, "2026-12-01 10:30"},
	} {
		got := show(d.Due(c.priority, parseTime(t, c.opened), c.paused), "")
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestBreaksAndUnequalDays(t *testing.T) {
	split := []sla.Hours{{From: 9 * 60, To: 14 * 60}, {From: 16 * 60, To: 19 * 60}}
	calendar := sla.Calendar{Closed: []sla.Closing{{Date: sla.Date{Year: 2026, Month: time.November, Day: 26}}}}
	for day := time.Monday; day <= time.Thursday; day++ {
		calendar.Week[day] = split
	}
	calendar.Week[time.Friday] = split[:1]
	d := mexican(t, sla.Policy{Calendar: calendar})
	for _, c := range []struct {
		opened string
		days   int
		want   string
	}{
		{"2026-11-23 10:00", 1, "2026-11-24 10:00"},
		{"2026-11-23 15:00", 1, "2026-11-24 16:00"}, // 15:00 is in the break
		{"2026-11-23 17:30", 1, "2026-11-24 17:30"},
		{"2026-11-25 17:30", 1, "2026-11-27 14:00"}, // Thursday is closed, Friday ends early
		{"2026-11-27 13:00", 1, "2026-11-30 13:00"},
		{"2026-11-27 15:00", 1, "2026-12-01 09:00"},
	} {
		if got := show(d.AddDays(parseTime(t, c.opened), c.days), ""); got != c.want {
			t.Errorf("%s + %d: %s, want %s", c.opened, c.days, got, c.want)
		}
	}
	worked := d.WorkingTime(parseTime(t, "2026-11-24 13:00"), parseTime(t, "2026-11-27 10:00"))
	if want := time.Hour + 3*time.Hour + 8*time.Hour + time.Hour; worked != want {
		t.Errorf("worked %v, want %v", worked, want)
	}
}

func TestDeadlineInCalendarDays(t *testing.T) {
	d := mexican(t, sla.Policy{Targets: map[ticket.Priority]sla.Target{ticket.Low: {Days: 3, CalendarDays: true}}})
	for _, c := range []struct {
		paused time.Duration
		want   string
	}{
		{0, "2026-11-29 22:00"},
		{time.Hour, "2026-11-30 10:00"},
	} {
		if got := show(d.Due(ticket.Low, parseTime(t, "2026-11-26 22:00"), c.paused), ""); got != c.want {
			t.Errorf("paused %v: %s, want %s", c.paused, got, c.want)
		}
	}
	if got := d.Due(ticket.High, parseTime(t, "2026-11-26 22:00"), 0); !got.IsZero() {
		t.Errorf("a priority without a target is due %v", got)
	}
	// Clocks are set back on 25 October, so the same time of day is 25 hours later.
	madrid := mexican(t, sla.Policy{Calendar: sla.Calendar{Zone: "Europe/Madrid"}})
	got := show(madrid.DueByTarget(sla.Target{Days: 1, CalendarDays: true}, parseTime(t, "2026-10-24 12:00", "Europe/Madrid"), 0), "Europe/Madrid")
	if got != "2026-10-25 12:00" {
		t.Error(got)
	}
}

func TestWarningAt(t *testing.T) {
	d := mexican(t, sla.Policy{})
	opened := parseTime(t, "2026-11-24 09:00")
	for _, c := range []struct {
		name   string
		paused time.Duration
		want   string
	}{
		{"18 working hours", 0, "2026-11-25 13:30"},
		{"paused time does not count", 9 * time.Hour, "2026-11-26 13:30"},
	} {
		due := d.Due(ticket.High, opened, c.paused)
		if got := show(d.WarningAt(opened, due, c.paused), ""); got != c.want {
			t.Errorf("%s: warn at %s, want %s", c.name, got, c.want)
		}
	}
	// A deadline in calendar days within a weekend has no working time before it, so all hours count for the warning.
	if got := show(d.WarningAt(parseTime(t, "2026-11-28 08:00"), parseTime(t, "2026-11-29 12:00"), 0), ""); got != "2026-11-29 05:00" {
		t.Errorf("warn at %s", got)
	}
}

func TestFirstResponses(t *testing.T) {
	d := mexican(t, sla.Policy{})
	for _, c := range []struct {
		priority ticket.Priority
		opened   string
		paused   time.Duration
		want     string
	}{
		{ticket.NoPriority, "2026-11-24 10:00", 0, "2026-11-24 14:00"},
		{ticket.High, "2026-11-24 16:00", 0, "2026-11-25 11:00"},
		{ticket.High, "2026-11-24 16:00", 2 * time.Hour, "2026-11-25 13:00"},
		{ticket.Medium, "2026-11-27 16:00", 0, "2026-11-30 16:00"}, // a weekend is in between
		{ticket.Low, "2026-11-13 10:00", 0, "2026-11-18 10:00"},    // a weekend and a holiday (third Monday of November)
	} {
		if got := show(d.FirstResponse(c.priority, parseTime(t, c.opened), c.paused), ""); got != c.want {
			t.Errorf("%q opened %s: %s, want %s", c.priority, c.opened, got, c.want)
		}
	}
	none := mexican(t, sla.Policy{FirstResponses: map[ticket.Priority]sla.Target{}})
	if got := none.FirstResponse(ticket.High, parseTime(t, "2026-11-24 10:00"), time.Hour); !got.IsZero() {
		t.Errorf("due %v without a target", got)
	}
	mixed := mexican(t, sla.Policy{FirstResponses: map[ticket.Priority]sla.Target{
		ticket.High: {Days: 1, Hours: 2}, ticket.Low: {Days: 1, Hours: 30, CalendarDays: true},
	}})
	if got := show(mixed.FirstResponse(ticket.High, parseTime(t, "2026-11-27 17:00"), 0), ""); got != "2026-12-01 10:00" {
		t.Errorf("a day and two hours: %s", got)
	}
	if got := show(mixed.FirstResponse(ticket.Low, parseTime(t, "2026-11-27 17:00"), 0), ""); got != "2026-11-29 23:00" {
		t.Errorf("a calendar day and thirty hours: %s", got)
	}
}

func TestOfficialHolidays(t *testing.T) {
	for year, want := range map[int][]string{
		2018: {"01-01", "02-05", "03-19", "05-01", "09-16", "11-19", "12-01", "12-25"},
		2023: {"01-01", "02-06", "03-20", "05-01", "09-16", "11-20", "12-25"},
		2024: {"01-01", "02-05", "03-18", "05-01", "09-16", "10-01", "11-18", "12-25"},
		2026: {"01-01", "02-02", "03-16", "05-01", "09-16", "11-16", "12-25"},
		2027: {"01-01", "02-01", "03-15", "05-01", "09-16", "11-15", "12-25"},
		2030: {"01-01", "02-04", "03-18", "05-01", "09-16", "10-01", "11-18", "12-25"},
	} {
		var got []string
		for _, day := range sla.OfficialHolidays(year) {
			got = append(got, fmt.Sprintf("%02d-%02d", day.Month, day.Day))
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%d: %s", year, diff)
		}
	}
	working := newDeadlines(t, sla.Policy{})
	if !working.IsOpen(parseTime(t, "2026-09-16 12:00", "UTC")) {
		t.Error("closed on an official holiday that the calendar does not use")
	}
}

func TestWorkingTimeAcrossClockChanges(t *testing.T) {
	all := [7][]sla.Hours{}
	night := [7][]sla.Hours{}
	for day := range 7 {
		all[day] = []sla.Hours{{From: 0, To: 24 * 60}}
		night[day] = []sla.Hours{{From: 60, To: 150}, {From: 150, To: 240}}
	}
	for _, c := range []struct {
		name, zone, from, to string
		week                 [7][]sla.Hours
		want                 time.Duration
	}{
		{"Madrid loses an hour", "Europe/Madrid", "2026-03-29 00:00", "2026-03-30 00:00", all, 23 * time.Hour},
		{"Madrid gains an hour", "Europe/Madrid", "2026-10-25 00:00", "2026-10-26 00:00", all, 25 * time.Hour},
		{"Tijuana loses an hour", "America/Tijuana", "2026-03-08 00:00", "2026-03-09 00:00", all, 23 * time.Hour},
		{"Tijuana gains an hour", "America/Tijuana", "2026-11-01 00:00", "2026-11-02 00:00", all, 25 * time.Hour},
		{"Ciudad Juárez follows El Paso", "America/Ciudad_Juarez", "2026-03-08 00:00", "2026-03-09 00:00", all, 23 * time.Hour},
		{"Matamoros follows Brownsville", "America/Matamoros", "2026-11-01 00:00", "2026-11-02 00:00", all, 25 * time.Hour},
		{"Ojinaga follows Presidio", "America/Ojinaga", "2026-03-08 00:00", "2026-03-09 00:00", all, 23 * time.Hour},
		{"Chihuahua has no clock changes since 2022", "America/Chihuahua", "2026-03-08 00:00", "2026-03-09 00:00", all, 24 * time.Hour},
		{"Hermosillo has no clock changes", "America/Hermosillo", "2022-04-03 00:00", "2022-04-04 00:00", all, 24 * time.Hour},
		{"Mexico City has no clock changes since 2022", mexico, "2026-04-05 00:00", "2026-04-06 00:00", all, 24 * time.Hour},
		{"Mexico City had clock changes until 2022", mexico, "2022-04-03 00:00", "2022-04-04 00:00", all, 23 * time.Hour},
		{"hours that begin within the gap", "Europe/Madrid", "2026-03-29 00:00", "2026-03-30 00:00", night, 2 * time.Hour},
		{"hours over the repeated hour", "Europe/Madrid", "2026-10-25 00:00", "2026-10-26 00:00", night, 4 * time.Hour},
	} {
		d := newDeadlines(t, sla.Policy{Calendar: sla.Calendar{Zone: c.zone, Week: c.week}})
		if got := d.WorkingTime(parseTime(t, c.from, c.zone), parseTime(t, c.to, c.zone)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	// The working day has the same local hours before and after a clock change.
	tijuana := mexican(t, sla.Policy{Calendar: sla.Calendar{Zone: "America/Tijuana"}})
	if got := show(tijuana.Due(ticket.High, parseTime(t, "2026-10-30 16:30", "America/Tijuana"), 0), "America/Tijuana"); got != "2026-11-03 16:30" {
		t.Error(got)
	}
}

func TestInvalidPoliciesAreRefused(t *testing.T) {
	week := func(hours ...sla.Hours) [7][]sla.Hours { return [7][]sla.Hours{1: hours} }
	for name, c := range map[string]struct {
		policy sla.Policy
		want   error
	}{
		"unknown zone":    {sla.Policy{Calendar: sla.Calendar{Zone: "Mars/Base"}}, zone.ErrUnknown},
		"only empty days": {sla.Policy{Calendar: sla.Calendar{Week: [7][]sla.Hours{1: {}}}}, sla.ErrNoHours},
		"backwards":       {sla.Policy{Calendar: sla.Calendar{Week: week(sla.Hours{From: 600, To: 540})}}, sla.ErrHours},
		"overlapping":     {sla.Policy{Calendar: sla.Calendar{Week: week(sla.Hours{From: 540, To: 700}, sla.Hours{From: 600, To: 800})}}, sla.ErrHours},
		"past midnight":   {sla.Policy{Calendar: sla.Calendar{Week: week(sla.Hours{From: 540, To: 1500})}}, sla.ErrHours},
		"before midnight": {sla.Policy{Calendar: sla.Calendar{Week: week(sla.Hours{From: -1, To: 60})}}, sla.ErrHours},
		"negative days":   {sla.Policy{Targets: map[ticket.Priority]sla.Target{ticket.High: {Days: -1}}}, sla.ErrTarget},
		"a century":       {sla.Policy{Targets: map[ticket.Priority]sla.Target{ticket.High: {Days: 36500}}}, sla.ErrTarget},
		"late warning":    {sla.Policy{WarnAt: 101}, sla.ErrTarget},
	} {
		if _, err := sla.New(c.policy); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// TestCalendarClosedForYearsCausesNoEndlessLoop computes deadlines with a calendar that is closed for years by mistake.
func TestCalendarClosedForYearsCausesNoEndlessLoop(t *testing.T) {
	calendar := sla.Calendar{}
	for day := parseTime(t, "2026-01-01 12:00"); day.Year() < 2032; day = day.AddDate(0, 0, 1) {
		calendar.Closed = append(calendar.Closed, sla.Closing{Date: sla.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}})
	}
	d := mexican(t, sla.Policy{Calendar: calendar})
	opened := parseTime(t, "2026-11-24 10:00")
	for _, got := range []time.Time{d.NextOpening(opened), d.AddDays(opened, 2), d.Add(opened, time.Hour)} {
		if got.Before(opened) {
			t.Errorf("%v is before the start", got)
		}
	}
}
