package ticket

import (
	"errors"
	"slices"

	"mesa/shared/domain/account"
)

// What one splitting may take along: as much as one transaction keeps.
const (
	MaxCopied      = 20
	MaxCopiedFiles = 40
	// MaxCopiedBytes bounds the texts together.
	MaxCopiedBytes = 2 << 20
)

var (
	// ErrNotCopyable refuses an entry that is no message, response or note of the ticket, or that was taken along before.
	ErrNotCopyable = errors.New("not an entry that can be taken along")
	// ErrNothingVisible refuses to make a ticket that its requester would find empty.
	ErrNothingVisible = errors.New("a requester sees none of the entries")
	// ErrCopyLimit refuses to take along more than one act can.
	ErrCopyLimit = errors.New("more entries, files or text than one act takes along")
)

// Splitting is what a ticket and a new one, made of some of its entries, become.
type Splitting struct {
	Source, New Step
	// Copies are the entries of the new ticket, in their order.
	Copies []Entry
}

// CopiedTo returns where entries of a thread were taken along to: entry to ticket.
func CopiedTo(thread []Entry) map[string]Number {
	moved := make(map[string]Number)
	for _, entry := range thread {
		split, _ := FindEvent[SplitInto](entry)
		for _, id := range split.Entries {
			moved[id] = split.Number
		}
	}
	return moved
}

// Split makes a new ticket of some entries of another, for the same requester, routed by its own topic. They stay where they
// are, as history is never altered, and are copied with who wrote them and when; notes stay notes. Both tickets tell it and
// are linked. write is called for each new entry, in their order: copies come before what tells of them. ErrForbidden for
// requesters, ErrClosed, ErrMerged, ErrNotCopyable, ErrNothingVisible, ErrCopyLimit and ErrLinks.
func Split(source Ticket, thread []Entry, chosen []string, n New, by account.Person, p Policy, write func() Write) (Splitting, error) {
	switch {
	case !by.Role.IsStaff():
		return Splitting{}, ErrForbidden
	case source.Merged() != "":
		return Splitting{}, ErrMerged
	case source.Status == Closed:
		return Splitting{}, ErrClosed
	case len(source.Links) >= MaxLinks:
		return Splitting{}, ErrLinks
	}
	copies, err := copied(source.Number, thread, chosen, write)
	if err != nil {
		return Splitting{}, err
	}
	created, told := write(), write()
	made := Ticket{
		Number: n.Number, Version: 1, Status: Open, Subject: n.Subject, Topic: n.Topic, Department: n.Department,
		Entity: source.Entity, Requester: source.Requester, CreatedAt: created.At, UpdatedAt: created.At, QuietSince: created.At,
		Unrouted: true, FirstAnswerDueAt: p.Deadlines.FirstAnswer(NoPriority, created.At, 0),
		Links: []Link{{Kind: LinkSplitFrom, Number: source.Number}},
	}
	for _, entry := range copies {
		made.TextSize += len(entry.Body)
	}
	if n.Topic.ID == source.Topic.ID {
		made.Fields = source.Fields // they answer what this topic asks
	}
	begun := Entry{
		ID: created.ID, Kind: EventEntry, Author: By(by), At: created.At, Version: 1,
		Events: []Event{SplitFrom{source.Number}},
	}
	a := begin(source, By(by), EventEntry, told, p)
	a.link(Link{Kind: LinkSplitInto, Number: n.Number})
	a.record(SplitInto{n.Number, chosen})
	return Splitting{Source: Step{a.ticket, a.entry}, New: Step{made, begun}, Copies: copies}, nil
}

// copied are copies of the chosen entries, in the thread's order.
func copied(from Number, thread []Entry, chosen []string, write func() Write) ([]Entry, error) {
	before := CopiedTo(thread)
	var copies []Entry
	files, bytes, seen := 0, 0, false
	for _, entry := range thread {
		if !slices.Contains(chosen, entry.ID) {
			continue
		}
		if entry.Kind == EventEntry || before[entry.ID] != "" {
			return nil, ErrNotCopyable
		}
		seen = seen || entry.Kind != NoteEntry
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
	case !seen:
		return nil, ErrNothingVisible
	case len(copies) > MaxCopied || files > MaxCopiedFiles || bytes > MaxCopiedBytes:
		return nil, ErrCopyLimit
	}
	return copies, nil
}
