package article

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Use is something that a reader did with an article (L7).
type Use string

// The uses: the reader read the article, answered «¿Te sirvió?» with yes or no, needed no ticket because of it, or opened a
// ticket after reading it.
const (
	Seen    Use = "seen"
	Useful  Use = "useful"
	Useless Use = "useless"
	Avoided Use = "avoided"
	Opened  Use = "opened"
)

// Valid reports whether u is one of the uses.
func (u Use) Valid() bool {
	return slices.Contains([]Use{Seen, Useful, Useless, Avoided, Opened}, u)
}

// Uses records how a person or a browser used an article, so that repeated uses are not counted again.
type Uses struct {
	// Version counts the changes. It is 0 if nothing is recorded yet.
	Version int64
	// Answer is the latest answer to «¿Te sirvió?»: Useful, Useless, or empty.
	Answer Use
	// SeenOn, AvoidedOn and OpenedOn are the latest days (2026-11-24, UTC) of these uses. Each use counts once a day.
	SeenOn, AvoidedOn, OpenedOn string
}

// Tally is the number of uses of each kind.
type Tally struct{ Seen, Useful, Useless, Avoided, Opened int }

// Record returns the uses after another use, and what that use adds to the article's figures. counted is false if the use was
// already counted before. If the answer changes, the previous answer is subtracted. An avoided ticket also counts as the answer
// Useful.
func (u Uses) Record(use Use, at time.Time) (after Uses, added Tally, counted bool) {
	after = u
	day := at.UTC().Format(time.DateOnly)
	switch use {
	case Seen:
		added.Seen = firstOnDay(&after.SeenOn, day)
	case Opened:
		added.Opened = firstOnDay(&after.OpenedOn, day)
	case Avoided:
		added.Avoided = firstOnDay(&after.AvoidedOn, day)
		after.setAnswer(Useful, &added)
	case Useful, Useless:
		after.setAnswer(use, &added)
	}
	if added == (Tally{}) {
		return u, added, false
	}
	after.Version++
	return after, added, true
}

// firstOnDay returns 1 if the use is the first one on a day, otherwise 0.
func firstOnDay(last *string, day string) int {
	if *last == day {
		return 0
	}
	*last = day
	return 1
}

func (u *Uses) setAnswer(answer Use, added *Tally) {
	if u.Answer == answer {
		return
	}
	count := func(setAnswer Use, delta int) {
		switch setAnswer {
		case Useful:
			added.Useful += delta
		case Useless:
			added.Useless += delta
		default: // no answer
		}
	}
	count(u.Answer, -1)
	count(answer, 1)
	u.Answer = answer
}

// Figures holds the numbers of uses of an article.
type Figures struct {
	ID string
	Tally
}

// confidence is the normal quantile for a confidence level of 95 %.
const confidence = 1.96

// Usefulness is the lower bound of Wilson's interval at 95 % for the share of readers whom the article helps, from 0 to 1. So 2
// positive answers out of 2 rank below 90 out of 100. It is 0 without positive answers.
func (t Tally) Usefulness() float64 {
	n := float64(t.Useful + t.Useless)
	if t.Useful <= 0 {
		return 0
	}
	share, z := float64(t.Useful)/n, confidence*confidence
	return (share + z/(2*n) - confidence*math.Sqrt(share*(1-share)/n+z/(4*n*n))) / (1 + z/n)
}

// ByUsefulness returns the figures sorted by usefulness, then by number of reads, the highest first.
func ByUsefulness(all []Figures) []Figures {
	return slices.SortedStableFunc(slices.Values(all), func(a, b Figures) int {
		return cmp.Or(cmp.Compare(b.Usefulness(), a.Usefulness()), cmp.Compare(b.Seen, a.Seen), cmp.Compare(a.ID, b.ID))
	})
}
