package ticket

import (
	"context"
	"time"

	"mesa/shared/domain/account"
)

// MaxMentions is the most people that one note may mention.
const MaxMentions = 20

// Mentionable returns the people whom a note mentions, in the order of the identifiers: those of staff with an active account.
// Other identifiers are ignored.
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

// Mention is a person's last mention in a ticket.
type Mention struct {
	PersonID string
	Number   Number
	Subject  string
	// Author is the name of the note's author.
	Author string
	// Excerpt is the beginning of the note as plain text.
	Excerpt string
	At      time.Time
	// Version is the version of the ticket that the note resulted in.
	Version int64
	// Unread says that the person has not opened the ticket since.
	Unread bool
}

// Mentions stores the last mention of each person in each ticket, and counts a person's tickets with an unread one under
// AgentCounts in MentionsBucket.
type Mentions interface {
	// Mention stores an unread mention if it is newer than the stored one.
	Mention(ctx context.Context, mention Mention) error
}

// MentionsRead reads a person's mentions.
type MentionsRead interface {
	// Mentions returns a page of a person's mentions, the newest first, and the position of the next page.
	Mentions(ctx context.Context, personID string, from Position, limit int) ([]Mention, Position, error)
	// ReadMention records that a person has read a ticket up to a version. A newer mention stays unread.
	ReadMention(ctx context.Context, personID string, number Number, version int64, at time.Time) error
}
