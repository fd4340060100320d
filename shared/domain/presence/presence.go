// Package presence defines who is viewing or writing on a ticket right now, so that two agents do not respond at the same time
// (D8).
package presence

import (
	"cmp"
	"slices"
	"time"
)

// Doing is a person's activity on a ticket.
type Doing string

// The activities. A page reports Gone when a person leaves, so that their presence disappears before FreshFor has passed.
const (
	Viewing Doing = "viewing"
	Writing Doing = "writing"
	Gone    Doing = "gone"
)

// Valid reports whether d is one of the activities.
func (d Doing) Valid() bool { return d == Viewing || d == Writing || d == Gone }

// FreshFor is how long a report of presence is valid. Pages report every 15 seconds, so one late report does not remove a
// person.
const FreshFor = 40 * time.Second

// Presence is the last activity that a person's page reported for a ticket.
type Presence struct {
	PersonID string
	Name     string
	Doing    Doing
	At       time.Time
}

// Others returns the other people on the ticket at an instant, sorted by name. It omits outdated reports itself, because
// DynamoDB may delete expired items days later.
func Others(all []Presence, me string, now time.Time) []Presence {
	others := make([]Presence, 0, len(all))
	for _, one := range all {
		if one.PersonID != me && one.Doing != Gone && now.Sub(one.At) < FreshFor {
			others = append(others, one)
		}
	}
	slices.SortFunc(others, func(a, b Presence) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.PersonID, b.PersonID))
	})
	return others
}
