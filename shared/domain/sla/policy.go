package sla

import (
	"fmt"
	"time"

	"mesa/shared/domain/ticket"
)

// The limits of a target.
const (
	maxDays  = 366
	maxHours = 1000
)

// Target is the time allowed: days plus hours. The zero value means no deadline.
type Target struct {
	Days  int
	Hours int
	// CalendarDays is true if all days and hours count. Otherwise only working days and working hours count.
	CalendarDays bool
}

// Policy determines the deadlines (D3, F5, F6). The zero value means the default targets, a warning at 75 % and the zero
// Calendar.
type Policy struct {
	Calendar Calendar
	// Targets holds the targets for resolution by priority. A priority that is not in the map has no deadline. nil means
	// DefaultTargets.
	Targets map[ticket.Priority]Target
	// FirstResponses holds the targets for the first response (F5), including that of tickets without a priority. nil means
	// DefaultFirstResponses.
	FirstResponses map[ticket.Priority]Target
	// WarnAt is the percentage of the working time after which a warning is sent; 0 means 75.
	WarnAt int
}

// DefaultTargets returns 2 working days for ALTA and 10 for MEDIA. BAJA has no deadline (D3).
func DefaultTargets() map[ticket.Priority]Target {
	return map[ticket.Priority]Target{ticket.High: {Days: 2}, ticket.Medium: {Days: 10}}
}

// DefaultFirstResponses returns 4 working hours for ALTA, 1 working day for MEDIA and 2 for BAJA (F5). Tickets without a priority
// may become ALTA, so they also have 4 working hours.
func DefaultFirstResponses() map[ticket.Priority]Target {
	return map[ticket.Priority]Target{ticket.NoPriority: {Hours: 4}, ticket.High: {Hours: 4}, ticket.Medium: {Days: 1}, ticket.Low: {Days: 2}}
}

// Deadlines computes deadlines by a policy. It is immutable and safe for concurrent use. New returns Deadlines.
type Deadlines struct {
	*Schedule
	targets        map[ticket.Priority]Target
	firstResponses map[ticket.Priority]Target
	warnAt         int
}

var _ ticket.Deadlines = (*Deadlines)(nil)

// New validates a policy and returns its deadlines. Errors wrap ErrTarget or an error of NewSchedule.
func New(p Policy) (*Deadlines, error) {
	schedule, err := NewSchedule(p.Calendar)
	if err != nil {
		return nil, err
	}
	d := &Deadlines{Schedule: schedule, targets: p.Targets, firstResponses: p.FirstResponses, warnAt: p.WarnAt}
	if d.targets == nil {
		d.targets = DefaultTargets()
	}
	if d.firstResponses == nil {
		d.firstResponses = DefaultFirstResponses()
	}
	for _, targets := range []map[ticket.Priority]Target{d.targets, d.firstResponses} {
		for priority, target := range targets {
			if target.Days < 0 || target.Days > maxDays || target.Hours < 0 || target.Hours > maxHours {
				return nil, fmt.Errorf("%w: %d days and %d hours for %q", ErrTarget, target.Days, target.Hours, priority)
			}
		}
	}
	if d.warnAt == 0 {
		d.warnAt = 75
	}
	if d.warnAt < 1 || d.warnAt > 100 {
		return nil, fmt.Errorf("%w: warning at %d %%", ErrTarget, d.warnAt)
	}
	return d, nil
}

// Due returns the instant by which a ticket must be resolved. It returns the zero time if the priority has no deadline. opened
// is when the ticket was opened. paused is the working time during which the deadline clock was stopped; it delays the
// deadline.
func (d *Deadlines) Due(p ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	return d.DueByTarget(d.targets[p], opened, paused)
}

// FirstResponse works like Due, but for the first response to the requester.
func (d *Deadlines) FirstResponse(p ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	return d.DueByTarget(d.firstResponses[p], opened, paused)
}

// DueByTarget works like Due, but for the given target.
func (d *Deadlines) DueByTarget(target Target, opened time.Time, paused time.Duration) time.Time {
	if target.Days <= 0 && target.Hours <= 0 {
		return time.Time{}
	}
	due, hours := opened.UTC(), time.Duration(target.Hours)*time.Hour
	if target.CalendarDays {
		due = opened.In(d.location).AddDate(0, 0, target.Days).Add(hours).UTC()
		hours = 0
	} else if target.Days > 0 {
		due = d.AddDays(opened, target.Days)
	}
	if hours+paused <= 0 {
		return due
	}
	return d.Add(due, hours+max(0, paused))
}

// WarningAt returns the instant of the warning about a deadline: when WarnAt percent of the working time until the deadline has
// passed, not counting the paused time. If there is no working time until the deadline, all hours count. The warning is never
// after the deadline. It is the zero time if there is no deadline.
func (d *Deadlines) WarningAt(opened, due time.Time, paused time.Duration) time.Time {
	if due.IsZero() {
		return time.Time{}
	}
	if !opened.Before(due) {
		return due.UTC()
	}
	working := d.WorkingTime(opened, due) - paused
	if working <= 0 {
		return opened.Add(percentOf(due.Sub(opened), d.warnAt)).UTC()
	}
	warn := d.Add(opened, paused+percentOf(working, d.warnAt))
	if warn.After(due) {
		return due.UTC()
	}
	return warn
}

func percentOf(d time.Duration, percent int) time.Duration {
	return d/100*time.Duration(percent) + d%100*time.Duration(percent)/100
}
