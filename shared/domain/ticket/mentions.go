package ticket

import (
	"context"
	"time"

	"mesa/shared/domain/account"
)

// MaxMentions is the maximum number of people that one note may mention.
const MaxMentions = 20

// MentionedStaff returns the members of staff whom a note mentions, in the order of the given identifiers. Identifiers of other
// people and of disabled accounts are ignored.
func MentionedStaff(ids []string, staff []account.Person) []Ref {
	var mentioned []Ref
	for _, id := range ids {
		for _, person := range staff {
			if person.ID == id && person.Role.IsStaff() && !person.Disabled {
				mentioned = append(mentioned, Ref{ID: person.ID, Name: person.Name})
			}
		}
	}
	return mentioned
}

// Mention is the last mention of a person in a ticket.
type Mention struct {
	PersonID string
	Number   Number
	Subject  string
	// Author is the name of the note's author.
	Author string
	// Excerpt is the beginning of the note as plain text.
	Excerpt string
	At      time.Time
	// Version is the version of the ticket after the note was added.
	Version int64
	// Unread reports that the person has not opened the ticket since the mention.
	Unread bool
}

// Mentions stores the last mention of each person in each ticket. It also counts the tickets in which a person has an unread
// mention, in MentionsBucket of the owner AgentCounts.
type Mentions interface {
	// Mention stores an unread mention if it is newer than the stored mention of the same person and ticket.
	Mention(ctx context.Context, mention Mention) error
}

// MentionReader reads a person's mentions.
type MentionReader interface {
	// Mentions returns a page of a person's mentions, newest first, and the position of the next page.
	Mentions(ctx context.Context, personID string, from Position, limit int) ([]Mention, Position, error)
	// ReadMention records that a person has read a ticket up to a version. A mention in a later version remains unread.
	ReadMention(ctx context.Context, personID string, number Number, version int64, at time.Time) error
}
