package account_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"mesa/shared/domain/account"
)

var start = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func TestZeroLockout(t *testing.T) {
	var l account.Lockout
	var a account.Attempts
	now := start
	for failure, want := range []time.Duration{
		0, 0, 0, 0, 30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute,
	} {
		a = l.Failed(a, now)
		if got := l.Wait(a, now); got != want {
			t.Errorf("after failure %d: locked for %v, want %v", failure+1, got, want)
		}
		now = now.Add(want)
		if got := l.Wait(a, now); got != 0 {
			t.Errorf("after failure %d and its lock: still %v", failure+1, got)
		}
		now = now.Add(time.Second)
	}
	if got := l.Failed(a, now.Add(24*time.Hour)); got.Failures != 1 {
		t.Errorf("a day later %d failures are remembered", got.Failures)
	}
}

func TestWaitRoundsUpToSeconds(t *testing.T) {
	a := account.Attempts{Failures: 5, Last: start, LockedUntil: start.Add(30 * time.Second)}
	for after, want := range map[time.Duration]time.Duration{
		time.Millisecond:         30 * time.Second,
		29500 * time.Millisecond: time.Second,
		30 * time.Second:         0,
		-100 * time.Hour:         15 * time.Minute, // the clock was set back
	} {
		if got := (account.Lockout{}).Wait(a, start.Add(after)); got != want {
			t.Errorf("%v on: %v, want %v", after, got, want)
		}
	}
}

func TestLockoutNeverShrinksNorExceedsItsLongest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := account.Lockout{
			Failures:  rapid.IntRange(0, 10).Draw(t, "failures"),
			FirstLock: time.Duration(rapid.IntRange(0, 100).Draw(t, "first")) * time.Second,
			MaxLock:   time.Duration(rapid.IntRange(0, 1000).Draw(t, "longest")) * time.Second,
		}
		longest := l.MaxLock
		if longest == 0 {
			longest = 15 * time.Minute
		}
		var a account.Attempts
		var before time.Duration
		now := start
		for range rapid.IntRange(1, 200).Draw(t, "tries") {
			a = l.Failed(a, now)
			got := l.Wait(a, now)
			if got < before || got > longest {
				t.Fatalf("failure %d: %v after %v, longest %v", a.Failures, got, before, longest)
			}
			before = got
			now = now.Add(got + time.Second)
		}
	})
}
