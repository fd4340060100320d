package notify

import (
	"errors"
	"time"

	"mesa/shared/domain/locale"
)

// ErrRefused reports a mail that can never be sent: its address or content is invalid, or the mail service refused it.
// Any other error of sending may pass, so the mail is retried.
var ErrRefused = errors.New("mail refused")

// Notice is a mail to one person, as facts: which texts and layout it gets is up to who sends it.
type Notice struct {
	// ID is that of the Mail. The same notice gives the same bytes.
	ID   string
	Kind Kind
	To   Recipient
	// At is the date of the mail.
	At     time.Time
	Desk   Desk
	Ticket Ticket
	// TicketURL leads the recipient to the ticket: on the portal, or on the staff page.
	TicketURL string
	// ReopenURL leads to «El problema continúa» (Resolved), RateURL to the rating (Resolved, Closed; F4).
	ReopenURL string
	RateURL   string
	// Author is the name of the person who acted.
	Author string
	// Body is the entry's HTML; "" without a text.
	Body string
	// Attachments are the names of the entry's files.
	Attachments []string
	// From is the status before (StatusChanged).
	From string
	// Other is the number of the ticket that this one was merged into (Merged) or split from (Split).
	Other string
	// Reason says why the ticket was assigned or transferred (Assigned, Unassigned, Transferred).
	Reason locale.Message
	// Days is for how long a resolved ticket can be reopened (D6).
	Days int
}

// Desk is what mails show of the institution (A4).
type Desk struct {
	Name        string
	ContactText string
	SiteURL     string
	// LogoURL is "" for the name alone.
	LogoURL string
	// AccentColor is #rrggbb; anything else gives the default colour.
	AccentColor string
}

// Ticket is what mails show of the ticket. Zero fields are left out.
type Ticket struct {
	Number           string
	Subject          string
	Topic            string
	Department       string
	Entity           string // its name
	Requester        string
	Assignee         string
	Status           string // a code such as open
	Priority         string // a code such as high
	CreatedAt        time.Time
	DueAt            time.Time
	FirstAnswerDueAt time.Time
	// WaitingFor and WaitingReason are set while Status is waiting.
	WaitingFor    string
	WaitingReason string
	// Fields are the answers in the topic's extra fields.
	Fields []Answer
	// Score is the requester's rating, 1 to 5.
	Score int
}

// Answer is the answer in an extra field, in the recipient's language.
type Answer struct{ Label, Value string }
