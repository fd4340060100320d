// Package clock lets code that depends on the present time be given it.
package clock

import (
	"sync"
	"time"
)

// Clock tells the present time. The zero value is the system's clock, so a
// struct with a Clock field works without being set.
type Clock func() time.Time

// Now is the present time in UTC, to the microsecond: what the table stores
// and the API shows, so that a value read back equals the one written.
func (c Clock) Now() time.Time {
	if c == nil {
		return time.Now().UTC().Truncate(time.Microsecond)
	}
	return c().UTC().Truncate(time.Microsecond)
}

// Fixed is a clock that stands still at t. For tests.
func Fixed(t time.Time) Clock { return func() time.Time { return t } }

// Manual is a clock that moves only when told to. For tests; safe for
// concurrent use. The zero value stands at the zero time.
type Manual struct {
	mu sync.Mutex
	at time.Time
}

// StartingAt is a manual clock that stands at t.
func StartingAt(t time.Time) *Manual { return &Manual{at: t} }

// Clock is the Clock to hand to the code under test.
func (m *Manual) Clock() Clock {
	return func() time.Time {
		m.mu.Lock()
		defer m.mu.Unlock()
		return m.at
	}
}

// Advance moves the clock on by d.
func (m *Manual) Advance(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.at = m.at.Add(d)
}
