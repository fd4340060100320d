package sla

import "time"

// horizon is how many days without working time are searched before giving up. Only a calendar that is closed for years reaches
// it.
const horizon = 3 * 366

// IsOpen reports whether an instant is within working hours.
func (s *Schedule) IsOpen(at time.Time) bool {
	for _, p := range s.spans(s.date(at)) {
		if !at.Before(p.from) && at.Before(p.to) {
			return true
		}
	}
	return false
}

// Opening returns the first instant of working time at or after an instant, and the instant itself if there is none within 3
// years.
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

// Worked returns the working time between two instants; 0 if to is not after from.
func (s *Schedule) Worked(from, to time.Time) time.Duration {
	var total time.Duration
	if !from.Before(to) {
		return 0
	}
	last := s.date(to).next() // a day's hours can end at the next midnight
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

// Add returns the instant after so much working time. The result is within working hours: the next opening at the earliest, and
// the end of a day's hours rather than the opening that follows.
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

// AddDays returns the instant so many working days later, after the same working time of the day, or at the end of that day's hours
// if the day is shorter. An instant outside of working hours counts as the next opening (D3).
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
