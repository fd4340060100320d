package account

import "time"

// Lockout slows down the guessing of passwords (A7). After some consecutive failures, further attempts of the same counter are
// locked; see Counter. Each further failure doubles the duration of the lock. The zero value locks after 5 failures for 30 s,
// doubles up to 15 min, and forgets failures after 24 h.
type Lockout struct {
	Failures    int           // number of failures that causes the first lock; 0 means 5
	FirstLock   time.Duration // duration of the first lock; 0 means 30 s
	MaxLock     time.Duration // maximum duration of a lock; 0 means 15 min
	ForgetAfter time.Duration // time after the last failure until all failures are forgotten; 0 means 24 h
}

// Failures is the stored record of failed attempts of a counter. The end of the lock is not stored but computed, so a change of
// the policy takes effect immediately. A correct password resets the record to the zero value, which means no failures.
type Failures struct {
	Count int
	Last  time.Time // time of the last failure
}

// Forgets reports whether failures are forgotten at now, because the last failure is too old.
func (l Lockout) Forgets(last, now time.Time) bool {
	return !last.After(l.ForgottenBefore(now))
}

// ForgottenBefore returns the latest time of a last failure that is forgotten at now.
func (l Lockout) ForgottenBefore(now time.Time) time.Time {
	return now.Add(-l.withDefaults().ForgetAfter)
}

// Lock is the duration of the lock after a number of consecutive failures.
type Lock struct {
	Failures int
	Duration time.Duration
}

// Locks returns the locks in the order of failures, from the first lock to the first lock with the maximum duration. The last
// lock also applies to more failures.
func (l Lockout) Locks() []Lock {
	l = l.withDefaults()
	locks := []Lock{{l.Failures, l.lockDuration(l.Failures)}}
	for locks[len(locks)-1].Duration < l.MaxLock {
		failures := l.Failures + len(locks)
		locks = append(locks, Lock{failures, l.lockDuration(failures)})
	}
	return locks
}

// Wait returns the remaining duration of the lock, rounded up to whole seconds for Retry-After. It returns 0 without a
// lock, and if the failures are forgotten.
func (l Lockout) Wait(f Failures, now time.Time) time.Duration {
	l = l.withDefaults()
	if f.Count < l.Failures || l.Forgets(f.Last, now) {
		return 0
	}
	remaining := f.Last.Add(l.lockDuration(f.Count)).Sub(now)
	if remaining <= 0 {
		return 0
	}
	remaining = min(remaining, l.MaxLock) // the clock may have been set back
	return (remaining + time.Second - 1).Truncate(time.Second)
}

// lockDuration returns the duration of the lock after the given number of consecutive failures.
func (l Lockout) lockDuration(failures int) time.Duration {
	length := l.FirstLock
	for i := l.Failures; i < failures && length < l.MaxLock; i++ {
		length *= 2
	}
	return min(length, l.MaxLock)
}

func (l Lockout) withDefaults() Lockout {
	if l.Failures <= 0 {
		l.Failures = 5
	}
	if l.FirstLock <= 0 {
		l.FirstLock = 30 * time.Second
	}
	if l.MaxLock <= 0 {
		l.MaxLock = 15 * time.Minute
	}
	if l.ForgetAfter <= 0 {
		l.ForgetAfter = 24 * time.Hour
	}
	return l
}
