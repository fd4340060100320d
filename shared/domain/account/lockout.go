package account

import "time"

// Lockout slows down the guessing of passwords (A1). After some consecutive failures an account is locked for a while, and twice as
// long after each further failure. It counts per account, so it also applies to clients without cookies. The zero value locks
// after 5 failures for 30 s, doubling up to 15 min, and forgets failures after 24 h.
type Lockout struct {
	Failures int           // before the first lock; 0 means 5
	First    time.Duration // duration of the first lock; 0 means 30 s
	Longest  time.Duration // of a lock; 0 means 15 min
	Forget   time.Duration // after the last failure; 0 means 24 h
}

// Attempts are the failed attempts of an account. The zero value has none; a correct password resets it.
type Attempts struct {
	Failures int
	Last     time.Time // the last failure
	Until    time.Time // locked until
}

// Failed returns the attempts after a failure at now. An attempt during a lock is refused without verifying the password, and is
// not a failure.
func (l Lockout) Failed(a Attempts, now time.Time) Attempts {
	l = l.withDefaults()
	if now.Sub(a.Last) >= l.Forget {
		a = Attempts{}
	}
	a.Failures++
	a.Last = now
	if a.Failures >= l.Failures {
		a.Until = now.Add(l.length(a.Failures))
	}
	return a
}

// Wait returns how long the account stays locked, rounded up to seconds for Retry-After; 0 if it is not.
func (l Lockout) Wait(a Attempts, now time.Time) time.Duration {
	left := a.Until.Sub(now)
	if left <= 0 {
		return 0
	}
	if longest := l.withDefaults().Longest; left > longest {
		left = longest // the clock was set back
	}
	return (left + time.Second - 1).Truncate(time.Second)
}

// length returns the duration of the lock after so many consecutive failures.
func (l Lockout) length(failures int) time.Duration {
	length := l.First
	for i := l.Failures; i < failures && length < l.Longest; i++ {
		length *= 2
	}
	return min(length, l.Longest)
}

func (l Lockout) withDefaults() Lockout {
	if l.Failures <= 0 {
		l.Failures = 5
	}
	if l.First <= 0 {
		l.First = 30 * time.Second
	}
	if l.Longest <= 0 {
		l.Longest = 15 * time.Minute
	}
	if l.Forget <= 0 {
		l.Forget = 24 * time.Hour
	}
	return l
}
