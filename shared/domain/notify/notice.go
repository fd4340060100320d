package notify

import (
	"errors"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// ErrRefused reports a mail that can never be sent: its address or content is invalid, or the mail service refused it. After
// any other error the mail is retried, because the cause may be temporary.
var ErrRefused = errors.New("mail refused")

// Notice holds the data of a mail to one person. The mailer adds the texts and the layout.
type Notice struct {
	// ID is the identifier of the Mail. The same notice always results in the same bytes.
	ID   string
	Kind Kind
	To   Recipient
	// At is the date of the mail.
	At          time.Time
	Institution Institution
	Ticket      Ticket
	// OwnTicket reports whether the recipient opened the ticket.
	OwnTicket bool
	// PageURL is the URL of the ticket for the recipient, or of their profile: on the portal or on the staff page. In a mail with an
	// account link, it is the URL of the link, which contains a secret.
	PageURL string
	// ReopenURL is the URL of «El problema continúa» (Resolved). RateURL is the URL of the rating (Resolved, Closed; F4).
	ReopenURL string
	RateURL   string
	// Author is the person who performed the act.
	Author Person
	// Body is the HTML of the entry. It is "" if the entry has no text.
	Body string
	// Attachments are the names of the entry's files.
	Attachments []string
	// PreviousStatus is the previous status (StatusChanged).
	PreviousStatus string
	// OtherNumber is the number of the ticket into which this ticket was merged (Merged), that was merged into this ticket
	// (GuestsJoined), from which this ticket was split (Split), or whose merge was undone (Unmerged, GuestsLeft).
	OtherNumber string
	// Guests are the people who became participants by a merge (GuestsJoined).
	Guests []Person
	// Reason is the reason for the assignment or transfer (Assigned, Unassigned, Transferred). Other mails do not show it.
	Reason locale.Message
	// Others are the notices of the other entries that the mail is about, oldest first. The mail lists them after its own entry.
	Others []Notice
	// Omitted is the number of further entries that the mail does not list.
	Omitted int
	// Days is the number of days during which a resolved ticket can be reopened (D6).
	Days int
	// LinkEndsAt is the instant until which an account link is valid.
	LinkEndsAt time.Time
}

// Institution holds what mails show about the institution (A4).
type Institution struct {
	Name        string
	ContactText string
	SiteURL     string
	// LogoURL is "" if the mail shows only the name.
	LogoURL string
	// AccentColor is a color such as #2c5e8c. Any other format results in the default color.
	AccentColor string
}

// Person is a person whom a mail names. People choose their own names, so mails show the role and the organization beside the
// name (P11).
type Person struct {
	Name         string
	Role         account.Role // "" if unknown
	Organization string       // name of the organization, "" if there is none
}

// Ticket holds what mails show about the ticket. Zero fields are omitted.
type Ticket struct {
	Number             string
	Subject            string
	Topic              string
	Department         string
	Entity             string // name of the entity
	Requester          Person
	Assignee           string
	Status             string // a code such as open
	Priority           string // a code such as high
	CreatedAt          time.Time
	DueAt              time.Time
	FirstResponseDueAt time.Time
	// WaitingFor and WaitingReason are set while Status is waiting.
	WaitingFor    string
	WaitingReason string
	// Fields are the answers to the topic's extra fields.
	Fields []Answer
	// Score is the requester's rating, 1 to 5.
	Score int
}

// Answer is the answer to an extra field, in the recipient's language.
type Answer struct{ Label, Value string }
