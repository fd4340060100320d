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
	var f account.Failures
	current := start
	for failure, want := range []time.Duration{
		0, 0, 0, 0, 30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute,
	} {
		f = account.Failures{Count: f.Count + 1, Last: current}
		if got := l.Wait(f, current); got != want {
			t.Errorf("after failure %d: locked for %v, want %v", failure+1, got, want)
		}
		current = current.Add(want)
		if got := l.Wait(f, current); got != 0 {
			t.Errorf("after the lock of failure %d: still locked for %v", failure+1, got)
		}
		current = current.Add(time.Second)
	}
	if !l.Forgets(f.Last, f.Last.Add(24*time.Hour)) || l.Forgets(f.Last, f.Last.Add(24*time.Hour-time.Second)) {
		t.Error("failures are not forgotten after a day")
	}
}

func TestWaitRoundsUpToSeconds(t *testing.T) {
	f := account.Failures{Count: 5, Last: start}
	for after, want := range map[time.Duration]time.Duration{
		time.Millisecond:         30 * time.Second,
		29500 * time.Millisecond: time.Second,
		30 * time.Second:         0,
		-100 * time.Hour:         15 * time.Minute, // the clock was set back
	} {
		if got := (account.Lockout{}).Wait(f, start.Add(after)); got != want {
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
		var f account.Failures
		var previous time.Duration
		current := start
		for range rapid.IntRange(1, 200).Draw(t, "failures in a row") {
			f = account.Failures{Count: f.Count + 1, Last: current}
			got := l.Wait(f, current)
			if got < previous || got > maxLock {
				t.Fatalf("failure %d: locked for %v, before %v, maximum %v", f.Count, got, previous, maxLock)
			}
			previous = got
			current = current.Add(got + time.Second)
		}
	})
}

func TestLocksAreTheDurationsOfWait(t *testing.T) {
	for _, l := range []account.Lockout{{}, {Failures: 1, FirstLock: time.Minute, MaxLock: time.Minute}, {Failures: 3, FirstLock: time.Second, MaxLock: time.Hour}} {
		var f account.Failures
		locks := l.Locks()
		for f.Count < locks[len(locks)-1].Failures+3 {
			f = account.Failures{Count: f.Count + 1, Last: start}
			var want time.Duration
			for _, lock := range locks {
				if f.Count >= lock.Failures {
					want = lock.Duration
				}
			}
			if got := l.Wait(f, start); got != want {
				t.Errorf("%+v: after %d failures locked for %v, want %v", l, f.Count, got, want)
			}
		}
	}
}
