package account

import "time"

// Lockout slows down guessing: after some consecutive failures an account
// takes no try for a while, then twice as long after each further one. It
// counts by account, so a script without cookies meets it too. The zero value
// allows 5 failures, then locks for 30 s, doubling up to 15 min, and forgets
// after 24 h without a failure.
type Lockout struct {
	Failures int           // that are free of a lock; 0 means 5
	First    time.Duration // how long the first lock lasts; 0 means 30 s
	Longest  time.Duration // 0 means 15 min
	Forget   time.Duration // after the last failure; 0 means 24 h
}

// Attempts is what an account's item keeps of failed tries. The zero value is
// a clean record, which a right password restores.
type Attempts struct {
	Failures int
	Last     time.Time // the last failure
	Until    time.Time // locked until
}

// Failed is the record after a failure at now. A try during a lock is to be
// refused without verifying the password and without calling this.
func (l Lockout) Failed(a Attempts, now time.Time) Attempts {
	l = l.settled()
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

// Wait is how long until the account takes a try again; 0 when it does now.
// Rounded up to seconds for Retry-After.
func (l Lockout) Wait(a Attempts, now time.Time) time.Duration {
	left := a.Until.Sub(now)
	if left <= 0 {
		return 0
	}
	if longest := l.settled().Longest; left > longest {
		left = longest // a clock that went back doesn't lock anyone for days
	}
	return (left + time.Second - 1).Truncate(time.Second)
}

// length is the lock's after the given number of failures in a row.
func (l Lockout) length(failures int) time.Duration {
	length := l.First
	for i := l.Failures; i < failures && length < l.Longest; i++ {
		length *= 2
	}
	return min(length, l.Longest)
}

func (l Lockout) settled() Lockout {
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
