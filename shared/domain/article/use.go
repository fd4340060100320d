package article

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Use is what a reader did with an article, or says of it (B8).
type Use string

// The uses: it was read; it helped or it didn't («¿Te sirvió?»); with it no ticket was needed; a ticket was opened after it
// was read.
const (
	Seen    Use = "seen"
	Useful  Use = "useful"
	Useless Use = "useless"
	Avoided Use = "avoided"
	Opened  Use = "opened"
)

// Valid reports whether there is such a use.
func (u Use) Valid() bool {
	return slices.Contains([]Use{Seen, Useful, Useless, Avoided, Opened}, u)
}

// Uses is what one visitor did with one article: what counts once is noted here.
type Uses struct {
	// Version counts what was noted; 0 of a visitor who is new to the article.
	Version int64
	// Answer is Useful or Useless, the last that was said.
	Answer Use
	// SeenOn, AvoidedOn and OpenedOn are the days (2026-11-24, UTC) of the last time: each counts once a day.
	SeenOn, AvoidedOn, OpenedOn string
}

// Tally is numbers of uses.
type Tally struct{ Seen, Useful, Useless, Avoided, Opened int }

// Note returns what a visitor did with one more use, and what that adds to the article's figures; nothing where it counts
// already. An answer that changes moves from one side to the other, and a ticket avoided says that the article was useful.
func (u Uses) Note(use Use, at time.Time) (after Uses, adds Tally, counts bool) {
	after = u
	day := at.UTC().Format(time.DateOnly)
	switch use {
	case Seen:
		adds.Seen = once(&after.SeenOn, day)
	case Opened:
		adds.Opened = once(&after.OpenedOn, day)
	case Avoided:
		adds.Avoided = once(&after.AvoidedOn, day)
		after.answer(Useful, &adds)
	case Useful, Useless:
		after.answer(use, &adds)
	}
	if adds == (Tally{}) {
		return u, adds, false
	}
	after.Version++
	return after, adds, true
}

func once(last *string, day string) int {
	if *last == day {
		return 0
	}
	*last = day
	return 1
}

func (u *Uses) answer(now Use, adds *Tally) {
	if u.Answer == now {
		return
	}
	count := func(answer Use, by int) {
		switch answer {
		case Useful:
			adds.Useful += by
		case Useless:
			adds.Useless += by
		default: // no answer
		}
	}
	count(u.Answer, -1)
	count(now, 1)
	u.Answer = now
}

// Figures say how useful an article is.
type Figures struct {
	ID string
	Tally
}

// confidence is the normal quantile of 95 %.
const confidence = 1.96

// Usefulness is the least share of readers, from 0 to 1, that the article may be expected to help: the lower bound of Wilson's
// interval at 95 % over the answers, so that two of two weigh less than ninety of a hundred. Without answers it is 0.
func (t Tally) Usefulness() float64 {
	n := float64(t.Useful + t.Useless)
	if t.Useful <= 0 {
		return 0
	}
	share, z := float64(t.Useful)/n, confidence*confidence
	return (share + z/(2*n) - confidence*math.Sqrt(share*(1-share)/n+z/(4*n*n))) / (1 + z/n)
}

// ByUsefulness returns figures in the order of their usefulness, the most read first where it is the same.
func ByUsefulness(all []Figures) []Figures {
	return slices.SortedStableFunc(slices.Values(all), func(a, b Figures) int {
		return cmp.Or(cmp.Compare(b.Usefulness(), a.Usefulness()), cmp.Compare(b.Seen, a.Seen), cmp.Compare(a.ID, b.ID))
	})
}
