// Package calendar implements the use cases by which an administrator reads and changes the desk's calendar, targets and
// periods (N6), and the mapping between the settings and the contract.
package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

// unset is the contract's name for tickets without priority.
const unset = "unset"

// priorityName is a priority with its name in the contract.
type priorityName struct {
	name     string
	priority ticket.Priority
}

// priorities lists all priorities in display order.
var priorities = []priorityName{
	{"high", ticket.High},
	{"medium", ticket.Medium},
	{"low", ticket.Low},
	{unset, ticket.NoPriority},
}

const dateLayout = "2006-01-02"

func calendarOf(s settings.Settings, now time.Time) api.Calendar {
	calendar := s.Deadlines.Calendar
	zone := calendar.Zone
	if zone == "" {
		zone = s.TimeZone
	}
	t := api.Calendar{
		Version: s.DeadlinesVersion, TimeZone: zone, Week: make([][]api.Hours, 0, len(calendar.Week)),
		OfficialHolidays: calendar.OfficialHolidays, Closed: make([]api.Closing, 0, len(calendar.Closed)),
		Targets: make([]api.PriorityTargets, 0, len(priorities)), WarnAt: s.Deadlines.WarnAt, EscalateHours: s.EscalateHours,
		RemindDays: s.RemindDays, ReopenDays: s.ReopenDays, RatingDays: s.RatingDays, Preview: preview(s, now),
	}
	for _, hours := range sla.WeekOf(calendar) {
		day := make([]api.Hours, 0, len(hours))
		for _, h := range hours {
			day = append(day, api.Hours{From: formatMinutes(h.From), To: formatMinutes(h.To)})
		}
		t.Week = append(t.Week, day)
	}
	for _, day := range calendar.Closed {
		closing := api.Closing{Date: formatDate(day.Date)}
		if day.Name != "" {
			closing.Name = &day.Name
		}
		t.Closed = append(t.Closed, closing)
	}
	for _, p := range priorities {
		t.Targets = append(t.Targets, api.PriorityTargets{
			Priority: p.name, Resolution: targetOf(s.Deadlines.Targets[p.priority]), FirstResponse: targetOf(s.Deadlines.FirstResponses[p.priority]),
		})
	}
	for _, year := range []int{now.Year(), now.Year() + 1} {
		for _, day := range sla.OfficialHolidays(year) {
			t.Holidays = append(t.Holidays, formatDate(day))
		}
	}
	return t
}

// preview returns, for each priority, the deadlines for the first response and the resolution of a ticket that is opened now.
func preview(s settings.Settings, now time.Time) []api.PreviewedDeadline {
	deadlines := s.Policy().Deadlines
	all := make([]api.PreviewedDeadline, 0, len(priorities))
	for _, p := range priorities {
		deadline := api.PreviewedDeadline{Priority: p.name}
		if due := deadlines.Due(p.priority, now, 0); p.priority != ticket.NoPriority && !due.IsZero() {
			deadline.DueAt = &due
		}
		if first := deadlines.FirstResponse(p.priority, now, 0); !first.IsZero() {
			deadline.FirstResponseAt = &first
		}
		all = append(all, deadline)
	}
	return all
}

// checkCalendar validates the calendar in a request and returns settings that contain it. All other settings have their default
// values.
func checkCalendar(body api.NewCalendar) (settings.Settings, error) {
	var errs fault.FieldErrors
	s := settings.Default()
	s.DeadlinesVersion = body.Version
	if body.Version < 0 {
		errs.Add("version", "field.too-small", locale.With("least", 0))
	}
	check.TimeZone(&errs, "timeZone", body.TimeZone)
	s.TimeZone = body.TimeZone
	s.Deadlines = sla.Policy{
		Calendar: sla.Calendar{
			Zone: body.TimeZone, OfficialHolidays: body.OfficialHolidays,
			Week: checkWeek(&errs, body.Week), Closed: checkClosed(&errs, body.Closed),
		},
		WarnAt: check.Integer(&errs, "warnAt", body.WarnAt, 1, 100),
	}
	s.Deadlines.Targets, s.Deadlines.FirstResponses = checkTargets(&errs, body.Targets)
	s.EscalateHours = check.Integer(&errs, "escalateHours", body.EscalateHours, 0, maxHours)
	s.RemindDays = check.Integer(&errs, "remindDays", body.RemindDays, 0, maxDays)
	s.ReopenDays = check.Integer(&errs, "reopenDays", body.ReopenDays, 1, maxDays)
	s.RatingDays = check.Integer(&errs, "ratingDays", body.RatingDays, 1, maxDays)
	if err := errs.Err(); err != nil {
		return s, err
	}
	err := s.Check()
	if errors.Is(err, sla.ErrNoHours) {
		errs.Add("week", "field.no-hours")
		return s, errs.Err()
	}
	return s, err
}

const (
	maxDays         = 366
	maxHours        = 1000
	maxRangesPerDay = 6
	maxClosings     = 400
	maxName         = 80
	endOfDay        = 24 * 60
)

func checkWeek(errs *fault.FieldErrors, week [][]api.Hours) (read [7][]sla.Hours) {
	if len(week) != len(read) {
		errs.Add("week", "field.format")
		return read
	}
	for day, hours := range week {
		read[day] = []sla.Hours{} // not nil: a week without hours is invalid, not the default week
		last := 0
		if len(hours) > maxRangesPerDay {
			errs.Add(fmt.Sprintf("week.%d", day), "field.too-big", locale.With("most", maxRangesPerDay))
			continue
		}
		for i, h := range hours {
			from, fromOK := parseMinutes(h.From)
			to, toOK := parseMinutes(h.To)
			if !fromOK || !toOK || from < last || to <= from {
				errs.Add(fmt.Sprintf("week.%d.%d", day, i), "field.hours")
			}
			last = to
			read[day] = append(read[day], sla.Hours{From: from, To: to})
		}
	}
	return read
}

// The range of valid years for a closed day.
const firstYear, lastYear = 2000, 2100

func checkClosed(errs *fault.FieldErrors, closed []api.Closing) []sla.Closing {
	if len(closed) > maxClosings {
		errs.Add("closed", "field.too-big", locale.With("most", maxClosings))
		return nil
	}
	days := make([]sla.Closing, 0, len(closed))
	for i, closing := range closed {
		at, err := time.Parse(dateLayout, closing.Date)
		if err != nil || at.Year() < firstYear || at.Year() > lastYear {
			errs.Add(fmt.Sprintf("closed.%d.date", i), "field.date")
		}
		name := ""
		if closing.Name != nil {
			name = check.Line(errs, fmt.Sprintf("closed.%d.name", i), *closing.Name, 0, maxName)
		}
		days = append(days, sla.Closing{Date: sla.Date{Year: at.Year(), Month: at.Month(), Day: at.Day()}, Name: name})
	}
	slices.SortStableFunc(days, func(a, b sla.Closing) int { return strings.Compare(formatDate(a.Date), formatDate(b.Date)) })
	return slices.CompactFunc(days, func(a, b sla.Closing) bool { return a.Date == b.Date })
}

func checkTargets(errs *fault.FieldErrors, all []api.PriorityTargets) (resolution, first map[ticket.Priority]sla.Target) {
	resolution, first = map[ticket.Priority]sla.Target{}, map[ticket.Priority]sla.Target{}
	for i, targets := range all {
		duplicate := slices.ContainsFunc(all[:i], func(before api.PriorityTargets) bool { return before.Priority == targets.Priority })
		index := slices.IndexFunc(priorities, func(p priorityName) bool { return p.name == targets.Priority })
		if index < 0 || duplicate || targets.Priority == unset && targets.Resolution != nil {
			errs.Add(fmt.Sprintf("targets.%d.priority", i), "field.choice")
			continue
		}
		priority := priorities[index].priority
		checkTarget(errs, fmt.Sprintf("targets.%d.resolution", i), targets.Resolution, priority, resolution)
		checkTarget(errs, fmt.Sprintf("targets.%d.firstResponse", i), targets.FirstResponse, priority, first)
	}
	return resolution, first
}

// checkTarget validates a target and stores it under its priority. A target of zero days and hours is omitted.
func checkTarget(errs *fault.FieldErrors, name string, target *api.Target, priority ticket.Priority, targets map[ticket.Priority]sla.Target) {
	if target == nil {
		return
	}
	result := sla.Target{
		Days: check.Integer(errs, name+".days", target.Days, 0, maxDays), Hours: check.Integer(errs, name+".hours", target.Hours, 0, maxHours),
		CalendarDays: target.CalendarDays,
	}
	if result.Days > 0 || result.Hours > 0 {
		targets[priority] = result
	}
}

func targetOf(t sla.Target) *api.Target {
	if t.Days == 0 && t.Hours == 0 {
		return nil
	}
	return &api.Target{Days: t.Days, Hours: t.Hours, CalendarDays: t.CalendarDays}
}

// parseMinutes parses a time such as 09:30 and returns the minutes since midnight. 24:00 is the end of the day.
func parseMinutes(clock string) (int, bool) {
	hour, minute, found := strings.Cut(clock, ":")
	h, hErr := strconv.Atoi(hour)
	m, mErr := strconv.Atoi(minute)
	total := h*60 + m
	if !found || hErr != nil || mErr != nil || len(hour) != 2 || len(minute) != 2 || h < 0 || m < 0 || m > 59 || total > endOfDay {
		return 0, false
	}
	return total, true
}

func formatMinutes(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

func formatDate(d sla.Date) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
