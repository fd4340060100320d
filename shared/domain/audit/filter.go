package audit

import "time"

// Filter selects events.
type Filter struct {
	// From is the earliest instant, Until the instant after the latest.
	From, Until time.Time
	// PersonID selects the acts of a person and the acts that concern the person, unless it is empty.
	PersonID string
	// Kind selects the events of a kind, unless it is empty.
	Kind Kind
}

// Selects reports whether the filter selects events by more than their time.
func (f Filter) Selects() bool { return f.PersonID != "" || f.Kind != "" }

// Matches reports whether an event matches the filter.
func (f Filter) Matches(e Event) bool {
	return !e.At.Before(f.From) && e.At.Before(f.Until) &&
		(f.PersonID == "" || f.PersonID == e.ActorID || f.PersonID == e.PersonID) && (f.Kind == "" || f.Kind == e.Kind)
}
