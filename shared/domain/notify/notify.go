// Package notify decides who gets which mail about an entry of a ticket's history (D1, D3–D6). The decision is a pure function
// of the entry, the ticket and the people. The identifier of a mail follows from the entry, the kind and the recipient, so a
// repeated decision gives the same mails and none is sent twice.
package notify

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// Recipient is whom a mail goes to, as it is written into the mail queue.
type Recipient struct {
	ID       string          `json:"id"`
	Name     string          `json:"name"`
	Email    string          `json:"email"`
	Language locale.Language `json:"language"`
	TimeZone string          `json:"timeZone"`
	Staff    bool            `json:"staff"`
}

// Mail is one mail to be sent, as it is written into the mail queue. It names the entry and carries none of its text.
type Mail struct {
	ID      string        `json:"id"`
	Kind    Kind          `json:"kind"`
	To      Recipient     `json:"to"`
	Number  ticket.Number `json:"number"`
	EntryID string        `json:"entryId"`
}

// People are those who may get a mail about an entry. A zero Person gets none.
type People struct {
	Requester      account.Person
	Participants   []account.Person
	Assignee       account.Person
	Supervisors    []account.Person
	Administrators []account.Person
	// Mentioned are the staff whom the entry mentions.
	Mentioned []account.Person
}

// MaxAge is the age from which no mail is sent about an entry. The stream keeps records for a day, so an older entry was
// imported.
const MaxAge = 24 * time.Hour

// Decide returns the mails about an entry of a ticket: at most one for each person, of the first kind that applies to them.
// Nobody gets a mail about their own act, except the confirmation that their ticket was created.
func Decide(t ticket.Ticket, e ticket.Entry, people People, now time.Time) []Mail {
	if now.Sub(e.At) > MaxAge {
		return nil
	}
	var mails []Mail
	decided := make(map[string]bool)
	for _, rule := range rules {
		if !rule.about(e) {
			continue
		}
		for _, person := range rule.to.among(people, e) {
			ownAct := e.Author.ID == person.ID && rule.kind != Created
			if person.ID == "" || person.Disabled || person.Email == "" || decided[person.ID] || ownAct {
				continue
			}
			decided[person.ID] = true
			mails = append(mails, Mail{
				ID: e.ID + "." + string(rule.kind) + "." + person.ID, Kind: rule.kind, To: recipient(person),
				Number: t.Number, EntryID: e.ID,
			})
		}
	}
	return mails
}

func recipient(p account.Person) Recipient {
	return Recipient{ID: p.ID, Name: p.Name, Email: p.Email, Language: p.Language, TimeZone: p.TimeZone, Staff: p.Role.IsStaff()}
}
