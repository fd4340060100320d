package sla

import "time"

// maxClosedDays is the maximum number of consecutive days without working time that are examined. It is only reached by a
// calendar that is closed for years.
const maxClosedDays = 3 * 366

// IsOpen reports whether an instant is within working hours.
func (s *Schedule) IsOpen(at time.Time) bool {
	for _, p := range s.spans(s.date(at)) {
		if !at.Before(p.from) && at.Before(p.to) {
			return true
		}
	}
	return false
}

// NextOpening returns the first instant of working time at or after an instant. It returns the instant itself if there is no
// working time within the next 3 years.
func (s *Schedule) NextOpening(at time.Time) time.Time {
	d := s.date(at)
	for range maxClosedDays {
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

// WorkingTime returns the working time between two instants. It returns 0 if to is not after from.
func (s *Schedule) WorkingTime(from, to time.Time) time.Duration {
	var total time.Duration
	if !from.Before(to) {
		return 0
	}
	last := s.date(to).next() // the hours of a day can end at the next midnight
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

// Add returns the instant that follows at by the given working time. The result is never before NextOpening(at). If the
// working time ends together with a day's hours, the result is the end of these hours, not the next opening.
func (s *Schedule) Add(at time.Time, worked time.Duration) time.Time {
	at = s.NextOpening(at)
	if worked <= 0 {
		return at
	}
	d := s.date(at)
	for empty := 0; empty < maxClosedDays; d = d.next() {
		empty++
		for _, p := range s.spans(d) {
			available := overlap(p, at, p.to)
			if available == 0 {
				continue
			}
			if worked <= available {
				return p.to.Add(worked - available).UTC()
			}
			worked -= available
			empty = 0
		}
	}
	return at
}

// AddDays returns the instant that is the given number of working days later, after the same amount of working time since the
// start of the day. If the target day has less working time, it is the end of that day's hours. An instant outside working
// hours counts as the next opening (D3).
func (s *Schedule) AddDays(at time.Time, days int) time.Time {
	at = s.NextOpening(at)
	d := s.date(at)
	elapsed := s.WorkingTime(s.instant(d, 0), at)
	for remaining, empty := days, 0; remaining > 0 && empty < maxClosedDays; {
		d = d.next()
		empty++
		if len(s.spans(d)) > 0 {
			remaining--
			empty = 0
		}
	}
	spans := s.spans(d)
	if days <= 0 || len(spans) == 0 {
		return at
	}
	for _, p := range spans {
		if length := p.to.Sub(p.from); elapsed >= length {
			elapsed -= length
			continue
		}
		return p.from.Add(elapsed).UTC()
	}
	return spans[len(spans)-1].to.UTC()
}
