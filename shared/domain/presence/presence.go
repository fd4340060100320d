// Package presence says who is at a ticket right now, so that two agents see one another before they answer twice (D8).
package presence

import (
	"cmp"
	"slices"
	"time"
)

// Doing is what somebody does at a ticket.
type Doing string

// What can be done at a ticket. Gone is said on leaving, so that the others need not wait until it shows.
const (
	Viewing Doing = "viewing"
	Writing Doing = "writing"
	Gone    Doing = "gone"
)

// Valid reports whether it is one of them.
func (d Doing) Valid() bool { return d == Viewing || d == Writing || d == Gone }

// FreshFor is how long somebody counts as being there after they last said so. Pages say so every 15 seconds: one that is
// late once is no reason to think that they left.
const FreshFor = 40 * time.Second

// Presence is what one person last said that they do at a ticket.
type Presence struct {
	PersonID string
	Name     string
	Doing    Doing
	At       time.Time
}

// Others returns who else is there at an instant, by name. What is out of date is left out here, as a table deletes it only
// days later.
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
