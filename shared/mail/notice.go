// Package mail writes and sends the desk's e-mails: what each says in the
// person's language, its MIME form, and handing it to SES. It imports
// html/template, so only mail functions may import it (design 5).
package mail

import (
	"time"

	"mesa/shared/locale"
)

// Kind is what a mail tells.
type Kind string

// The mails of the desk (product A–D). Who gets each is in parentheses.
const (
	Created       Kind = "created"        // the acknowledgement (requester)
	Assigned      Kind = "assigned"       // (agent) D1
	Unassigned    Kind = "unassigned"     // nobody could be given it (supervisors) D1
	Answered      Kind = "answered"       // (requester) D4
	Resolved      Kind = "resolved"       // "ha sido Atendido", with the answer when it is one act (requester) D4, D5
	StatusChanged Kind = "status-changed" // to any other status (requester) D4
	Commented     Kind = "commented"      // (agent) D6
	Reopened      Kind = "reopened"       // (agent) D6
	DueSoon       Kind = "due-soon"       // (agent, supervisors) D3
	Overdue       Kind = "overdue"        // (agent, supervisors) D3
	Closed        Kind = "closed"         // (requester) D6
)

// Kinds are all mails.
func Kinds() []Kind {
	return []Kind{Created, Assigned, Unassigned, Answered, Resolved, StatusChanged, Commented, Reopened, DueSoon, Overdue, Closed}
}

// Desk is how the institution shows itself (product A4).
type Desk struct {
	Name        string // "Soporte Técnico Para Organos Garantes"
	ContactText string
	SiteURL     string
	LogoURL     string // "" shows the name alone
	AccentColor string // #rrggbb; anything else means the default blue
}

// Ticket is what a mail shows of the ticket. Zero fields are left out.
type Ticket struct {
	Number     string // PNT003445
	Subject    string
	Topic      string
	Department string
	Entity     string // a code such as MICHOACAN
	Requester  string
	Assignee   string
	Status     string // open, waiting, resolved, closed
	Priority   string // high, medium, low or ""
	CreatedAt  time.Time
	DueAt      time.Time
}

// Notice is a mail to be: everything that it says.
type Notice struct {
	Kind     Kind
	Language locale.Language
	Zone     string // IANA; "" means zone.Default
	Name     string // of who gets it
	Desk     Desk
	Ticket   Ticket
	// TicketURL is where the ticket is for this reader: the portal's page for a
	// requester, the staff page for an agent.
	TicketURL string
	// ReopenURL leads to "El problema continúa" (Resolved only).
	ReopenURL string
	// Author is who answered, commented or changed it.
	Author string
	// Body is the entry's HTML; it is sanitized again. "" when nothing was written.
	Body string
	// Attachments are the names of the entry's files.
	Attachments []string
	// From is the status before (StatusChanged).
	From string
	// Reason is why it was assigned (Assigned, Unassigned).
	Reason locale.Message
	// Days is how long a resolved ticket can be reopened; 0 means 15 (D6).
	Days int
}

// toStaff tells whether the reader works at the desk.
func (k Kind) toStaff() bool {
	switch k {
	case Assigned, Unassigned, Commented, Reopened, DueSoon, Overdue:
		return true
	default:
		return false
	}
}
