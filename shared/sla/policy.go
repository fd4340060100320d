package sla

import (
	"fmt"
	"time"

	"mesa/shared/ticket"
)

// maxDays bounds a target.
const maxDays = 366

// Target is within how many days something has to be done. The zero value has
// no deadline.
type Target struct {
	Days int
	// CalendarDays counts every day, at the same time of day; otherwise only
	// working days count.
	CalendarDays bool
}

// Policy is what the desk promises (product D3). The zero value is ALTA 2
// working days, MEDIA 10, BAJA none, a warning at 75 %, on the zero Calendar.
type Policy struct {
	Calendar Calendar
	// Targets by priority; a priority left out has no deadline. nil means the
	// product's.
	Targets map[ticket.Priority]Target
	// WarnAt is the part of the working time, in percent, after which to warn;
	// 0 means 75.
	WarnAt int
}

// DefaultTargets are the product's (D3).
func DefaultTargets() map[ticket.Priority]Target {
	return map[ticket.Priority]Target{ticket.High: {Days: 2}, ticket.Medium: {Days: 10}}
}

// Deadlines counts by a policy. Make one with New; it may be shared.
type Deadlines struct {
	*Schedule
	targets map[ticket.Priority]Target
	warnAt  int
}

var _ ticket.Deadlines = (*Deadlines)(nil)

// New checks a policy and makes it ready. Errors wrap ErrTarget or those of
// NewSchedule.
func New(p Policy) (*Deadlines, error) {
	schedule, err := NewSchedule(p.Calendar)
	if err != nil {
		return nil, err
	}
	d := &Deadlines{Schedule: schedule, targets: p.Targets, warnAt: p.WarnAt}
	if d.targets == nil {
		d.targets = DefaultTargets()
	}
	for priority, target := range d.targets {
		if target.Days < 0 || target.Days > maxDays {
			return nil, fmt.Errorf("%w: %d days for %q", ErrTarget, target.Days, priority)
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

// Within is Due for any target, such as one for the first answer.
func (d *Deadlines) Within(target Target, opened time.Time, paused time.Duration) time.Time {
	var due time.Time
	switch {
	case target.Days <= 0:
		return time.Time{}
	case target.CalendarDays:
		due = opened.In(d.in).AddDate(0, 0, target.Days).UTC()
	default:
		due = d.AddDays(opened, target.Days)
	}
	if paused <= 0 {
		return due
	}
	return d.Add(due, paused)
}

// Warn is when to warn of a deadline: when the policy's part of the working
// time until then has passed. Zero without a deadline; never after it.
func (d *Deadlines) Warn(opened, due time.Time) time.Time {
	if due.IsZero() {
		return time.Time{}
	}
	if !opened.Before(due) {
		return due.UTC()
	}
	working := d.Worked(opened, due)
	if working == 0 {
		return opened.Add(part(due.Sub(opened), d.warnAt)).UTC()
	}
	warn := d.Add(opened, part(working, d.warnAt))
	if warn.After(due) {
		return due.UTC()
	}
	return warn
}

func part(of time.Duration, percent int) time.Duration {
	return of/100*time.Duration(percent) + of%100*time.Duration(percent)/100
}
