package clock_test

import (
	"testing"
	"time"

	"mesa/shared/domain/clock"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 123456789, time.FixedZone("", -6*3600))

func TestZeroValueIsTheSystemClock(t *testing.T) {
	var c clock.Clock
	if d := time.Since(c.Now()); d < 0 || d > time.Minute {
		t.Errorf("the zero Clock differs from the system's clock by %v", d)
	}
}

func TestNowIsUTCToTheMicrosecond(t *testing.T) {
	got := clock.Fixed(noon).Now()
	want := time.Date(2026, 11, 24, 18, 0, 0, 123456000, time.UTC)
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestManualClockChangesOnlyByAdvance(t *testing.T) {
	m := clock.StartingAt(noon)
	c := m.Clock()
	before := c.Now()
	if c.Now() != before {
		t.Error("the clock changed without Advance")
	}
	m.Advance(time.Hour)
	if got := c.Now().Sub(before); got != time.Hour {
		t.Errorf("advanced by %v", got)
	}
}
