package ticketacts

import (
	"mesa/shared/api"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// staleConflict reports a conflict. It contains the current ticket and the entries that were added since the version that was
// read (D8).
type staleConflict struct {
	current    ticket.Ticket
	newEntries []api.Entry
}

// NewStaleConflict returns the error for a request that is based on an old version. It is a fault.Stale.
func NewStaleConflict(version int64, current ticket.Ticket, entries []ticket.Entry, view ticketview.View) error {
	var since []ticket.Entry
	for _, entry := range entries {
		if entry.Version > version {
			since = append(since, entry)
		}
	}
	return staleConflict{current: current, newEntries: view.Entries(since)}
}

func (s staleConflict) Error() string { return "the ticket has changed since it was read" }

// Unwrap returns the fault.
func (s staleConflict) Unwrap() error { return &fault.Error{Kind: fault.Stale} }

// Explain adds the current version and the new entries to the problem document.
func (s staleConflict) Explain(p *api.Problem) {
	p.Version = &s.current.Version
	p.Changes = &s.newEntries
}
