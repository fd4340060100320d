package account_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"mesa/shared/domain/account"
)

var start = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func TestZeroLockoutHasDefaults(t *testing.T) {
	var l account.Lockout
	var a account.Attempts
	current := start
	for failure, want := range []time.Duration{
		0, 0, 0, 0, 30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute,
	} {
		a = l.AfterFailure(a, current)
		if got := l.Wait(a, current); got != want {
			t.Errorf("after failure %d: locked for %v, want %v", failure+1, got, want)
		}
		current = current.Add(want)
		if got := l.Wait(a, current); got != 0 {
			t.Errorf("after the lock of failure %d: still locked for %v", failure+1, got)
		}
		current = current.Add(time.Second)
	}
	if got := l.AfterFailure(a, current.Add(24*time.Hour)); got.Failures != 1 {
		t.Errorf("%d failures after a day, want 1", got.Failures)
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
			t.Errorf("after %v: %v, want %v", after, got, want)
		}
	}
}

func TestLockGrowsUpToMaximum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := account.Lockout{
			Failures:  rapid.IntRange(0, 10).Draw(t, "failures"),
			FirstLock: time.Duration(rapid.IntRange(0, 100).Draw(t, "first")) * time.Second,
			MaxLock:   time.Duration(rapid.IntRange(0, 1000).Draw(t, "longest")) * time.Second,
		}
		maxLock := l.MaxLock
		if maxLock == 0 {
			maxLock = 15 * time.Minute
		}
		var a account.Attempts
		var previous time.Duration
		current := start
		for range rapid.IntRange(1, 200).Draw(t, "failures in a row") {
			a = l.AfterFailure(a, current)
			got := l.Wait(a, current)
			if got < previous || got > maxLock {
				t.Fatalf("failure %d: locked for %v, before %v, maximum %v", a.Failures, got, previous, maxLock)
			}
			previous = got
			current = current.Add(got + time.Second)
		}
	})
}

func TestLocksAreTheDurationsOfWait(t *testing.T) {
	for _, l := range []account.Lockout{{}, {Failures: 1, FirstLock: time.Minute, MaxLock: time.Minute}, {Failures: 3, FirstLock: time.Second, MaxLock: time.Hour}} {
		var a account.Attempts
		locks := l.Locks()
		for a.Failures < locks[len(locks)-1].Failures+3 {
			a = l.AfterFailure(a, start)
			var want time.Duration
			for _, lock := range locks {
				if a.Failures >= lock.Failures {
					want = lock.Duration
				}
			}
			if got := l.Wait(a, start); got != want {
				t.Errorf("%+v: after %d failures locked for %v, want %v", l, a.Failures, got, want)
			}
		}
	}
}
