package sla

import "time"

// horizon is how many days in a row are looked at for working time before
// giving up: only a calendar closed by date for years gets there.
const horizon = 3 * 366

// IsOpen tells whether the desk works at an instant.
func (s *Schedule) IsOpen(at time.Time) bool {
	for _, p := range s.spans(s.date(at)) {
		if !at.Before(p.from) && at.Before(p.to) {
			return true
		}
	}
	return false
}

// Opening is the instant itself when the desk works then, else when it next
// opens. A desk that stays closed for 3 years gives the instant itself.
func (s *Schedule) Opening(at time.Time) time.Time {
	d := s.date(at)
	for range horizon {
		for _, p := range s.spans(d) {
			switch {
			case at.Before(p.from):
				return p.from.UTC()
			case at.Before(p.to):
				return at.UTC()
			}
		}
		d = d.next()
	}
	return at.UTC()
}

// Worked is the working time between two instants; 0 when to is not after from.
func (s *Schedule) Worked(from, to time.Time) time.Duration {
	var total time.Duration
	if !from.Before(to) {
		return 0
	}
	last := s.date(to).next() // a day's hours may reach the next midnight
	for d := s.date(from); d != last; d = d.next() {
		for _, p := range s.spans(d) {
			total += overlap(p, from, to)
		}
	}
	return total
}

func overlap(p span, from, to time.Time) time.Duration {
	if p.from.After(from) {
		from = p.from
	}
	if p.to.Before(to) {
		to = p.to
	}
	return max(0, to.Sub(from))
}

// Add is the instant so much working time after another: never outside the
// hours, at the earliest the next opening, and at a closing rather than at the
// opening that follows it.
func (s *Schedule) Add(at time.Time, worked time.Duration) time.Time {
	at = s.Opening(at)
	if worked <= 0 {
		return at
	}
	d := s.date(at)
	for empty := 0; empty < horizon; d = d.next() {
		empty++
		for _, p := range s.spans(d) {
			here := overlap(p, at, p.to)
			if here == 0 {
				continue
			}
			if worked <= here {
				return p.to.Add(worked - here).UTC()
			}
			worked -= here
			empty = 0
		}
	}
	return at
}

// AddDays is so many working days after an instant, at the same working time
// of day: as long after the day's first opening, or at its last closing when
// the day is too short. An instant outside the hours counts from the next
// opening (product D3).
func (s *Schedule) AddDays(at time.Time, days int) time.Time {
	at = s.Opening(at)
	d := s.date(at)
	into := s.Worked(s.instant(d, 0), at)
	for left, empty := days, 0; left > 0 && empty < horizon; {
		d = d.next()
		empty++
		if len(s.spans(d)) > 0 {
			left--
			empty = 0
		}
	}
	spans := s.spans(d)
	if days <= 0 || len(spans) == 0 {
		return at
	}
	for _, p := range spans {
		if here := p.to.Sub(p.from); into >= here {
			into -= here
			continue
		}
		return p.from.Add(into).UTC()
	}
	return spans[len(spans)-1].to.UTC()
}
