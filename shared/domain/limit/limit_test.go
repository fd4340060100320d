package limit_test

import (
	"testing"
	"time"

	"mesa/shared/domain/limit"
)

func TestSource(t *testing.T) {
	for address, want := range map[string]string{
		"203.0.113.7": "203.0.113.7", "203.0.113.7:80": "203.0.113.7", "::ffff:203.0.113.7": "203.0.113.7",
		"2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "[2001:db8:1:2::9]:443": "2001:db8:1:2::/64", "fe80::1%eth0": "fe80::/64",
		"": "", "nonsense": "nonsense",
	} {
		if got := limit.Source(address); got != want {
			t.Errorf("Source(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestWindows(t *testing.T) {
	at := time.Date(2026, 11, 24, 18, 40, 0, 0, time.UTC)
	for act, want := range map[limit.Act][2]time.Duration{limit.AccountRequests: {40 * time.Minute, 20 * time.Minute}, limit.FailedSignIns: {10 * time.Minute, 5 * time.Minute}} {
		if elapsed, left := at.Sub(act.WindowStart(at)), act.TimeLeft(at); elapsed != want[0] || left != want[1] {
			t.Errorf("%s: %s since the start of the window, %s left", act, elapsed, left)
		}
		if start := act.WindowStart(at); act.TimeLeft(start) != act.Window() {
			t.Errorf("%s: %s left at the start of the window", act, act.TimeLeft(start))
		}
	}
}
