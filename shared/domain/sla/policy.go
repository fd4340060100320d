package sla

import (
	"fmt"
	"time"

	"mesa/shared/domain/ticket"
)

// The bounds of a target.
const (
	maxDays  = 366
	maxHours = 1000
)

// Target is within how long something has to be done: days, and hours after
// them. The zero value has no deadline.
type Target struct {
	Days  int
	Hours int
	// CalendarDays counts every day and hour; otherwise only working days and
	// hours count.
	CalendarDays bool
}

// Policy is what the desk promises (product D3). The zero value is ALTA 2
// working days, MEDIA 10, BAJA none, the product's first answers, a warning at
// 75 %, on the zero Calendar.
type Policy struct {
	Calendar Calendar
	// Targets by priority; a priority left out has no deadline. nil means the
	// product's.
	Targets map[ticket.Priority]Target
	// FirstAnswers are the targets of the first answer, also of tickets that
	// nobody has weighed yet. nil means the product's.
	FirstAnswers map[ticket.Priority]Target
	// WarnAt is the part of the working time, in percent, after which to warn;
	// 0 means 75.
	WarnAt int
}

// DefaultTargets are the product's (D3).
func DefaultTargets() map[ticket.Priority]Target {
	return map[ticket.Priority]Target{ticket.High: {Days: 2}, ticket.Medium: {Days: 10}}
}

// DefaultFirstAnswers are the product's: half a day while a ticket may be ALTA,
// as one that nobody has weighed may, and a day or two otherwise.
func DefaultFirstAnswers() map[ticket.Priority]Target {
	return map[ticket.Priority]Target{ticket.Unweighed: {Hours: 4}, ticket.High: {Hours: 4}, ticket.Medium: {Days: 1}, ticket.Low: {Days: 2}}
}

// Deadlines counts by a policy. Make one with New; it may be shared.
type Deadlines struct {
	*Schedule
	targets      map[ticket.Priority]Target
	firstAnswers map[ticket.Priority]Target
	warnAt       int
}

var _ ticket.Deadlines = (*Deadlines)(nil)

// New checks a policy and makes it ready. Errors wrap ErrTarget or those of
// NewSchedule.
func New(p Policy) (*Deadlines, error) {
	schedule, err := NewSchedule(p.Calendar)
	if err != nil {
		return nil, err
	}
	d := &Deadlines{Schedule: schedule, targets: p.Targets, firstAnswers: p.FirstAnswers, warnAt: p.WarnAt}
	if d.targets == nil {
		d.targets = DefaultTargets()
	}
	if d.firstAnswers == nil {
		d.firstAnswers = DefaultFirstAnswers()
	}
	for _, targets := range []map[ticket.Priority]Target{d.targets, d.firstAnswers} {
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

// Due is when a ticket of the priority, opened at opened, has to be resolved;
// zero without a deadline. paused is the working time for which its clock has
// stood still ("En espera"): the deadline comes that much working time later.
func (d *Deadlines) Due(p ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	return d.Within(d.targets[p], opened, paused)
}

// FirstAnswer is Due for the first answer to the requester.
func (d *Deadlines) FirstAnswer(p ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	return d.Within(d.firstAnswers[p], opened, paused)
}

// Within is Due for any target.
func (d *Deadlines) Within(target Target, opened time.Time, paused time.Duration) time.Time {
	if target.Days <= 0 && target.Hours <= 0 {
		return time.Time{}
	}
	due, hours := opened.UTC(), time.Duration(target.Hours)*time.Hour
	if target.CalendarDays {
		due = opened.In(d.in).AddDate(0, 0, target.Days).Add(hours).UTC()
		hours = 0
	} else if target.Days > 0 {
		due = d.AddDays(opened, target.Days)
	}
	if hours+paused <= 0 {
		return due
	}
	return d.Add(due, hours+max(0, paused))
}

// Warn is when to warn of a deadline: when the policy's part of the working
// time until then has passed, of which the time paused is none. Zero without a
// deadline; never after it.
func (d *Deadlines) Warn(opened, due time.Time, paused time.Duration) time.Time {
	if due.IsZero() {
		return time.Time{}
	}
	if !opened.Before(due) {
		return due.UTC()
	}
	working := d.Worked(opened, due) - paused
	if working <= 0 {
		return opened.Add(part(due.Sub(opened), d.warnAt)).UTC()
	}
	warn := d.Add(opened, paused+part(working, d.warnAt))
	if warn.After(due) {
		return due.UTC()
	}
	return warn
}

func part(of time.Duration, percent int) time.Duration {
	return of/100*time.Duration(percent) + of%100*time.Duration(percent)/100
}
