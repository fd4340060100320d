package notify

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"mesa/shared/domain/ticket"
)

// ErrWindowChanged reports that a window has another end than expected, because another invocation has opened it again.
var ErrWindowChanged = errors.New("the window of mails has changed")

// Window identifies the window of a person and a ticket. It is opened by a mail about the ticket. Until it ends, it collects further
// mails about the ticket to the person, which become one mail (M2).
type Window struct {
	PersonID string
	Number   ticket.Number
}

// Item is what a mail is about: an entry, and the kind of mail that its rule determines.
type Item struct {
	EntryID string
	Kind    Kind
}

// Windows stores the windows.
type Windows interface {
	// Open opens a window for a mail until an instant, unless the window is open or has collected mails. Then it returns the end of
	// the stored window. If it is called again with the same mail, it returns the same result.
	Open(ctx context.Context, w Window, mailID string, at, until time.Time) (end time.Time, opened bool, err error)
	// Collect adds a mail to the window with an end and records in the ledger that it is collected, in one transaction. It returns
	// ErrWindowChanged if the window has another end.
	Collect(ctx context.Context, w Window, end time.Time, m Mail, at time.Time) error
	// Take removes the collected mails from the window with an end, and opens the window again until an instant. The ledger stores
	// the mails with the mail that contains them, so a retry returns the same mails. It returns none if nothing was collected, or if
	// the window has another end, because another mail contains what was collected.
	Take(ctx context.Context, w Window, end time.Time, mailID string, until time.Time) ([]Item, error)
	// Close deletes the window with an end that has collected nothing, so that no mail is collected in it later. It returns
	// ErrWindowChanged if a mail was collected in the meantime. It does nothing if the window has another end.
	Close(ctx context.Context, w Window, end time.Time) error
}

// isCollectable reports whether the window can delay or collect a mail. It cannot if the mail is about the account, or acknowledges a
// new ticket, for which its requester waits.
func (m Mail) isCollectable() bool { return m.Number != "" && m.Kind != Created }

// Windowed reports whether windows apply to a mail.
func (m Mail) Windowed() bool { return m.Collection || m.isCollectable() }

// Window returns the window of a mail.
func (m Mail) Window() Window { return Window{m.To.ID, m.Number} }

// Item returns what a mail is about.
func (m Mail) Item() Item { return Item{m.EntryID, m.Kind} }

// CollectionOf returns the mail that contains what the window of a mail has collected when it ends. All mails of the window result in
// the same identifier, so the ledger deduplicates them.
func CollectionOf(m Mail, end time.Time) Mail {
	id := "collection." + m.To.ID + "." + string(m.Number) + "." + strconv.FormatInt(end.UnixMilli(), 10)
	return Mail{ID: id, To: m.To, Number: m.Number, At: end, Collection: true}
}

// urgent are the kinds that are sent at once, with what the window has collected: the ticket is resolved, needs something from the
// recipient, or is late. The most important is first.
var urgent = []Kind{Resolved, Awaited, Reopened, Escalated, Overdue, FirstOverdue}

// IsUrgent reports whether no window delays a kind of mail.
func (k Kind) IsUrgent() bool { return slices.Contains(urgent, k) }

// statusKinds are the kinds that state a status of the ticket. Only the latest of them is true.
var statusKinds = []Kind{Resolved, Closed, Concluded, Reopened, Awaited, Waiting, StatusChanged}

// MainItem returns the index of the item that determines the subject and the introduction of a mail about several: an urgent one, or
// else the first by the order of rules, and of equal ones the latest. items must be in the order of their entries.
func MainItem(items []Item) int {
	main, status := 0, -1
	for i, item := range items {
		if slices.Contains(statusKinds, item.Kind) {
			status = i
		}
	}
	for i, item := range items {
		outdated := slices.Contains(statusKinds, item.Kind) && i != status
		if !outdated && (importance(item.Kind) <= importance(items[main].Kind) || slices.Contains(statusKinds, items[main].Kind) && main != status) {
			main = i
		}
	}
	return main
}

// importance returns the position of a kind, the most important first.
func importance(k Kind) int {
	if i := slices.Index(urgent, k); i >= 0 {
		return i
	}
	return len(urgent) + slices.IndexFunc(rules, func(r rule) bool { return r.kind == k })
}
