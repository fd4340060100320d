// Package presence defines who is viewing or writing on a ticket right now, so that two agents do not respond at the same time
// (D8).
package presence

import (
	"cmp"
	"slices"
	"time"
)

// Activity is a person's activity on a ticket.
type Activity string

// The activities. A page reports Gone when a person leaves, so that their presence disappears before ValidFor has passed.
const (
	Viewing Activity = "viewing"
	Writing Activity = "writing"
	Gone    Activity = "gone"
)

// Valid reports whether d is one of the activities.
func (d Activity) Valid() bool { return d == Viewing || d == Writing || d == Gone }

// ValidFor is the time for which a report of presence is valid. Pages report at least every 90 seconds, so a late report does
// not remove a person.
const ValidFor = 2 * time.Minute

// Presence is the last activity that a person's page reported for a ticket.
type Presence struct {
	PersonID string
	Name     string
	Activity Activity
	At       time.Time
}

// Others returns the other people on the ticket at an instant, sorted by name. It omits outdated reports itself, because
// DynamoDB may delete expired items days later.
func Others(all []Presence, personID string, now time.Time) []Presence {
	others := make([]Presence, 0, len(all))
	for _, p := range all {
		if p.PersonID != personID && p.Activity != Gone && now.Sub(p.At) < ValidFor {
			others = append(others, p)
		}
	}
	slices.SortFunc(others, func(a, b Presence) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.PersonID, b.PersonID))
	})
	return others
}
