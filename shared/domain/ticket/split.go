package ticket

import (
	"errors"
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// The limits of a split, which is stored in one transaction: number of entries, number of their files, and size of their texts
// in bytes.
const (
	MaxCopied      = 20
	MaxCopiedFiles = 40
	MaxCopiedBytes = 2 << 20
)

var (
	// ErrNotCopyable reports an entry that is not a message, response or note of the ticket, or that was already copied.
	ErrNotCopyable = errors.New("the entry cannot be copied")
	// ErrNothingVisible reports a split in which the requester of the new ticket would see no entry.
	ErrNothingVisible = errors.New("the requester sees none of the entries")
	// ErrCopyLimit reports a split that exceeds one of its limits.
	ErrCopyLimit = errors.New("the split exceeds the maximum number of entries or files, or the maximum size")
)

// SplitResult is the result of a split.
type SplitResult struct {
	Source, New Change
	// Copies are the copied entries of the new ticket, in the order of the source's thread.
	Copies []Entry
}

// CopiedTo returns the entries of a thread that were copied by a split: for the identifier of each, the number of the ticket
// that has the copy.
func CopiedTo(thread []Entry) map[string]Number {
	copied := make(map[string]Number)
	for _, entry := range thread {
		split, _ := FindEvent[SplitInto](entry)
		for _, id := range split.Entries {
			copied[id] = split.Number
		}
	}
	return copied
}

// Split copies entries of a ticket into a new ticket for the same requester, which is routed by its own topic (G7). The entries
// also remain in the source. A copy has the author, time, kind, text and files of its original. The tickets are linked, and the
// split is recorded in both histories. The function write is called once for each new entry, first for the copies, then for the
// entries that record the split. Split returns ErrForbidden for people without the permission, or ErrClosed, ErrMerged,
// ErrNotCopyable, ErrNothingVisible, ErrCopyLimit or ErrTooManyLinks.
func Split(source Ticket, thread []Entry, chosen []string, n NewTicket, by account.Person, p Policy, write func() Write) (SplitResult, error) {
	switch {
	case !Allows(permission.SplitTicket, source, by):
		return SplitResult{}, ErrForbidden
	case source.MergedInto() != "":
		return SplitResult{}, ErrMerged
	case source.Status == Closed:
		return SplitResult{}, ErrClosed
	case len(source.Links) >= MaxLinks:
		return SplitResult{}, ErrTooManyLinks
	}
	copies, err := copyEntries(source.Number, thread, chosen, write)
	if err != nil {
		return SplitResult{}, err
	}
	newWrite, sourceWrite := write(), write()
	newTicket := Ticket{
		Number: n.Number, Version: 1, Status: Open, Subject: n.Subject, Topic: n.Topic, Department: n.Department,
		Entity: source.Entity, Requester: source.Requester, CreatedAt: newWrite.At, UpdatedAt: newWrite.At, ReopenableSince: newWrite.At,
		Unrouted: true, FirstResponseDueAt: p.Deadlines.FirstResponse(NoPriority, newWrite.At, 0),
		Links: []Link{{Kind: LinkSplitFrom, Number: source.Number}},
	}
	for _, entry := range copies {
		newTicket.TextSize += len(entry.Body)
	}
	if n.Topic.ID == source.Topic.ID {
		newTicket.Fields = source.Fields // a different topic has different extra fields
	}
	newEntry := Entry{
		ID: newWrite.ID, Kind: EventEntry, Author: AuthorOf(by), At: newWrite.At, Version: 1,
		Events: []Event{SplitFrom{source.Number}},
	}
	a := begin(source, AuthorOf(by), EventEntry, sourceWrite, p)
	a.addLink(Link{Kind: LinkSplitInto, Number: n.Number})
	a.record(SplitInto{n.Number, chosen})
	return SplitResult{Source: Change{a.ticket, a.entry}, New: Change{newTicket, newEntry}, Copies: copies}, nil
}

// copyEntries returns copies of the chosen entries, in the order of the thread.
func copyEntries(from Number, thread []Entry, chosen []string, write func() Write) ([]Entry, error) {
	alreadyCopied := CopiedTo(thread)
	var copies []Entry
	files, bytes, visible := 0, 0, false
	for _, entry := range thread {
		if !slices.Contains(chosen, entry.ID) {
			continue
		}
		if entry.Kind == EventEntry || alreadyCopied[entry.ID] != "" {
			return nil, ErrNotCopyable
		}
		visible = visible || entry.Kind != NoteEntry
		files += len(entry.Attachments)
		bytes += len(entry.Body)
		copies = append(copies, Entry{
			ID: write().ID, Kind: entry.Kind, Author: entry.Author, Body: entry.Body, Attachments: entry.Attachments, At: entry.At, Version: 1,
			Events: []Event{Copied{Number: from, EntryID: entry.ID}},
		})
	}
	switch {
	case len(copies) != len(chosen):
		return nil, ErrNotCopyable
	case !visible:
		return nil, ErrNothingVisible
	case len(copies) > MaxCopied || files > MaxCopiedFiles || bytes > MaxCopiedBytes:
		return nil, ErrCopyLimit
	}
	return copies, nil
}
