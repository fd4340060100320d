// Package notify decides who gets which mail about an entry of a ticket's history (M2, M4–M7). The decision depends only on the
// entry, the ticket and the people. The identifier of a mail is derived from the entry, the kind and the recipient. A repeated
// decision therefore results in the same mails, and no mail is sent twice.
package notify

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// Recipient is the recipient of a mail, as stored in the mail queue.
type Recipient struct {
	ID       string          `json:"id"`
	Name     string          `json:"name"`
	Email    string          `json:"email"`
	Language locale.Language `json:"language"`
	TimeZone string          `json:"timeZone"`
	Staff    bool            `json:"staff"`
}

// Mail is a mail to send, as stored in the mail queue. It identifies the entry but does not contain its text. A mail about an
// account (account.Mail) has the members At, LinkID, LinkEndsAt and Text instead. A collection (CollectionOf) has the end of its
// window.
type Mail struct {
	ID      string        `json:"id"`
	Kind    Kind          `json:"kind"`
	To      Recipient     `json:"to"`
	Number  ticket.Number `json:"number"`
	EntryID string        `json:"entryId"`
	At      time.Time     `json:"at,omitzero"`
	// LinkID is the account link that the mail contains. Its secret is created when the mail is sent.
	LinkID     string    `json:"linkId,omitempty"`
	LinkEndsAt time.Time `json:"linkEndsAt,omitzero"`
	Text       string    `json:"text,omitempty"`
	// Collection is true if the mail contains what a Window has collected.
	Collection bool `json:"collection,omitempty"`
}

// People holds the people who may get a mail about an entry. A zero Person gets no mail.
type People struct {
	Requester    account.Person
	Participants []account.Person
	Assignee     account.Person
	// AssigneeUnavailable is true if the assignee is away or disabled, and the entry does not cause routing to replace them.
	// The supervisors then receive the notices to the assignee, too, except those about acts of colleagues, which nobody receives.
	AssigneeUnavailable bool
	// AssignedIn is the version of the ticket in which it was assigned to the assignee.
	AssignedIn     int64
	Supervisors    []account.Person
	Administrators []account.Person
	// Mentioned are the members of staff whom the entry mentions.
	Mentioned []account.Person
}

// MaxAge is the maximum age of an entry about which mails are sent. The stream stores records for one day, so an older entry
// was imported.
const MaxAge = 24 * time.Hour

// Decide returns the mails about an entry of a ticket. Each person gets at most one mail, of the first kind that applies to
// them. Nobody gets a mail about their own act, except the confirmation that their ticket was created.
func Decide(t ticket.Ticket, e ticket.Entry, people People, now time.Time) []Mail {
	if now.Sub(e.At) > MaxAge {
		return nil
	}
	var mails []Mail
	notified := make(map[string]bool)
	for _, rule := range rules {
		if !rule.appliesTo(e) {
			continue
		}
		for _, person := range rule.recipients.members(people, e) {
			ownAct := e.Author.ID == person.ID && rule.kind != Created
			if person.ID == "" || person.Disabled || person.Email == "" || notified[person.ID] || ownAct {
				continue
			}
			notified[person.ID] = true
			mails = append(mails, Mail{
				ID: e.ID + "." + string(rule.kind) + "." + person.ID, Kind: rule.kind, To: recipient(person),
				Number: t.Number, EntryID: e.ID,
			})
		}
	}
	return mails
}

// DecideAccountMail returns the mail about an account (A2, A6, A10). p is the person to whom it is sent, or the zero value if they
// do not exist. It returns none if the person cannot get mails, or if the mail is older than MaxAge.
func DecideAccountMail(m account.Mail, p account.Person, now time.Time) []Mail {
	if now.Sub(m.At) > MaxAge || m.PersonID != "" && (p.ID == "" || p.Disabled) {
		return nil
	}
	to := recipient(p)
	if m.To.Email != "" {
		to.Name, to.Email, to.Language = m.To.Name, m.To.Email, m.To.Language
	}
	if to.Email == "" {
		return nil
	}
	return []Mail{{
		ID: string(m.Kind) + "." + m.ID, Kind: Kind(m.Kind), To: to, At: m.At, LinkID: m.LinkID, LinkEndsAt: m.LinkEndsAt, Text: m.Text,
	}}
}

func recipient(p account.Person) Recipient {
	return Recipient{ID: p.ID, Name: p.Name, Email: p.Email, Language: p.Language, TimeZone: p.TimeZone, Staff: p.Role.IsStaff()}
}
