// Package clock provides the current time as a dependency, so that tests can set it.
package clock

import (
	"sync"
	"time"
)

// Clock returns the current time. The zero value is the system's clock, so a struct with a Clock field works without
// initialization.
type Clock func() time.Time

// Now returns the current time in UTC, truncated to microseconds. The table stores and the API returns times with this
// precision, so a time that is read equals the time that was written.
func (c Clock) Now() time.Time {
	if c == nil {
		return time.Now().UTC().Truncate(time.Microsecond)
	}
	return c().UTC().Truncate(time.Microsecond)
}

// Fixed returns a clock that always returns t, for tests.
func Fixed(t time.Time) Clock { return func() time.Time { return t } }

// Manual is a clock for tests that changes only through Advance. It is safe for concurrent use. The zero value returns the zero
// time.
type Manual struct {
	mu sync.Mutex
	at time.Time
}

// StartingAt returns a manual clock that is set to t.
func StartingAt(t time.Time) *Manual { return &Manual{at: t} }

// Clock returns the clock to pass to the code under test.
func (m *Manual) Clock() Clock {
	return func() time.Time {
		m.mu.Lock()
		defer m.mu.Unlock()
		return m.at
	}
}

// Advance moves the clock forward by d.
func (m *Manual) Advance(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.at = m.at.Add(d)
}
