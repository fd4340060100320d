package article

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Use is an act of a reader on an article (L7).
type Use string

// The uses: the reader read the article, voted yes or no on «¿Le sirvió?», needed no ticket because of the article, or opened a
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

// Uses records the uses of an article by a person or a browser, so that repeated uses are not counted again.
type Uses struct {
	// Version counts the changes. It is 0 if nothing is recorded yet.
	Version int64
	// Vote is the latest vote on «¿Le sirvió?»: Useful, Useless, or empty.
	Vote Use
	// SeenOn, AvoidedOn and OpenedOn are the latest days (2026-11-24, UTC) of these uses. Each use counts once a day.
	SeenOn, AvoidedOn, OpenedOn string
}

// Tally is the number of uses of each kind.
type Tally struct{ Seen, Useful, Useless, Avoided, Opened int }

// Record returns the uses after another use, and what that use adds to the article's figures. counted is false if the use was
// already counted before. If the vote changes, the previous vote is subtracted. An avoided ticket also counts as the vote
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
		after.setVote(Useful, &added)
	case Useful, Useless:
		after.setVote(use, &added)
	}
	if added == (Tally{}) {
		return u, added, false
	}
	after.Version++
	return after, added, true
}

// firstOnDay returns 1 and sets last to day if the use is the first of the day, otherwise 0.
func firstOnDay(last *string, day string) int {
	if *last == day {
		return 0
	}
	*last = day
	return 1
}

func (u *Uses) setVote(vote Use, added *Tally) {
	if u.Vote == vote {
		return
	}
	count := func(use Use, delta int) {
		switch use {
		case Useful:
			added.Useful += delta
		case Useless:
			added.Useless += delta
		default: // no vote
		}
	}
	count(u.Vote, -1)
	count(vote, 1)
	u.Vote = vote
}

// Figures holds the numbers of uses of an article.
type Figures struct {
	ID string
	Tally
}

// normalQuantile is the quantile of the normal distribution for a confidence level of 95 %.
const normalQuantile = 1.96

// Usefulness is the lower bound of Wilson's interval at 95 % for the share of readers whom the article helps, from 0 to 1. So 2
// positive votes out of 2 rank below 90 out of 100. It is 0 without positive votes.
func (t Tally) Usefulness() float64 {
	n := float64(t.Useful + t.Useless)
	if t.Useful <= 0 {
		return 0
	}
	share, z := float64(t.Useful)/n, normalQuantile*normalQuantile
	return (share + z/(2*n) - normalQuantile*math.Sqrt(share*(1-share)/n+z/(4*n*n))) / (1 + z/n)
}

// ByUsefulness returns the figures sorted by usefulness, then by number of reads, the highest first.
func ByUsefulness(all []Figures) []Figures {
	return slices.SortedStableFunc(slices.Values(all), func(a, b Figures) int {
		return cmp.Or(cmp.Compare(b.Usefulness(), a.Usefulness()), cmp.Compare(b.Seen, a.Seen), cmp.Compare(a.ID, b.ID))
	})
}
