package ticket

import (
	"context"
	"time"

	"mesa/shared/domain/account"
)

// MaxMentions is how many people one note may mention.
const MaxMentions = 20

// Mentionable returns who of those that a note names is mentioned by it, in their order: staff who work here. Others are
// left out, and their names are mere text.
func Mentionable(named []string, staff []account.Person) []Ref {
	var mentioned []Ref
	for _, id := range named {
		for _, person := range staff {
			if person.ID == id && person.Role.IsStaff() && !person.Disabled {
				mentioned = append(mentioned, Ref{ID: person.ID, Name: person.Name})
			}
		}
	}
	return mentioned
}

// Mention is the last time that somebody was mentioned in a ticket.
type Mention struct {
	PersonID string
	Number   Number
	Subject  string
	// Author is who mentioned them, Excerpt the beginning of what they wrote, as plain text.
	Author  string
	Excerpt string
	At      time.Time
	// Version is the ticket's that the note made.
	Version int64
	// Unread says that they have not opened the ticket since.
	Unread bool
}

// Mentions keeps, for each person and ticket, the last mention, and counts a person's tickets with one that is unread under
// AgentCounts in MentionsBucket.
type Mentions interface {
	// Mention keeps an unread mention in the place of an older one; one that is as new, or newer, stays as it is.
	Mention(ctx context.Context, mention Mention) error
}

// MentionsRead reads a person's mentions.
type MentionsRead interface {
	// Mentions returns a page of a person's mentions, the newest first, and the position of the next.
	Mentions(ctx context.Context, personID string, from Position, limit int) ([]Mention, Position, error)
	// ReadMention notes that a person has read a ticket as it was at a version. What is newer stays unread; where nothing is
	// unread nothing changes.
	ReadMention(ctx context.Context, personID string, number Number, version int64, at time.Time) error
}
