// Package mail writes and sends the desk's e-mails: what each says in the
// person's language, its MIME form, and handing it to SES. What builds MIME
// weighs, so only mail functions may import it (design 5).
package mail

import (
	"time"

	"mesa/shared/domain/locale"
)

// Kind is what a mail tells.
type Kind string

// The mails of the desk (product A–D). Who gets each is in parentheses.
const (
	Created       Kind = "created"        // the acknowledgement (requester)
	Assigned      Kind = "assigned"       // (agent) D1
	Unassigned    Kind = "unassigned"     // nobody could be given it (supervisors) D1
	Transferred   Kind = "transferred"    // to a department where nobody has it yet (supervisors) D1
	Mentioned     Kind = "mentioned"      // in a note (staff) D7
	Joined        Kind = "joined"         // takes part in the ticket from now on (participant) C5
	Discussed     Kind = "discussed"      // a message of another (requester, participants) C5
	Split         Kind = "split"          // off another: a new ticket (requester) B7
	Merged        Kind = "merged"         // into another (requester, participants) C5
	Answered      Kind = "answered"       // (requester, participants) D4
	Resolved      Kind = "resolved"       // "ha sido Atendido", with the answer when it is one act (requester) D4, D5
	StatusChanged Kind = "status-changed" // to any other status (requester) D4
	Commented     Kind = "commented"      // (agent) D6
	Reopened      Kind = "reopened"       // (agent) D6
	DueSoon       Kind = "due-soon"       // (agent, supervisors) D3
	Overdue       Kind = "overdue"        // (agent, supervisors) D3
	Escalated     Kind = "escalated"      // overdue for long (administrators, supervisors) D3
	FirstDueSoon  Kind = "first-due-soon" // the first answer (agent) D3
	FirstOverdue  Kind = "first-overdue"  // the first answer (agent, supervisors) D3
	Waiting       Kind = "waiting"        // and for what (requester) D3
	Reminded      Kind = "reminded"       // of what is waited for (requester) D3
	Closed        Kind = "closed"         // (requester) D6
	Concluded     Kind = "concluded"      // closed by its requester (agent) D6
	Rated         Kind = "rated"          // (agent, supervisors) D6
)

// Kinds are all mails.
func Kinds() []Kind {
	return []Kind{
		Created, Assigned, Unassigned, Transferred, Mentioned, Joined, Discussed, Split, Merged, Answered, Resolved, StatusChanged, Commented, Reopened,
		DueSoon, Overdue, Escalated, FirstDueSoon, FirstOverdue, Waiting, Reminded, Closed, Concluded, Rated,
	}
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
	// FirstAnswerDueAt is by when the first answer is due (FirstDueSoon, FirstOverdue).
	FirstAnswerDueAt time.Time
	// WaitingFor is requester or third-party while Status is waiting, and WaitingReason what it waits for.
	WaitingFor    string
	WaitingReason string
	// Fields is what was answered in the topic's extra fields, in the reader's words.
	Fields []Answer
	// Score is the requester's rating, 1 to 5 (Rated).
	Score int
}

// Answer is what was answered in an extra field, with its label.
type Answer struct{ Label, Value string }

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
	// ReopenURL leads to "El problema continúa" (Resolved only), RateURL to the
	// rating of the attention (Resolved, Closed).
	ReopenURL string
	RateURL   string
	// Author is who answered, commented or changed it.
	Author string
	// Body is the entry's HTML; it is sanitized again. "" when nothing was written.
	Body string
	// Attachments are the names of the entry's files.
	Attachments []string
	// From is the status before (StatusChanged).
	From string
	// Other is the number of the ticket that it was merged into (Merged) or split off (Split).
	Other string
	// Reason is why it was assigned or transferred (Assigned, Unassigned, Transferred).
	Reason locale.Message
	// Days is how long a resolved ticket can be reopened; 0 means 15 (D6).
	Days int
}

// deadline is the one that the mail is about.
func (n Notice) deadline() time.Time {
	if n.Kind == FirstDueSoon || n.Kind == FirstOverdue {
		return n.Ticket.FirstAnswerDueAt
	}
	return n.Ticket.DueAt
}

// awaits says what a waiting ticket waits for, to its requester or to others.
func (n Notice) awaits() string {
	t := n.Ticket
	if t.Status != "waiting" || t.WaitingFor == "" {
		return ""
	}
	key := "awaits." + t.WaitingFor
	if t.WaitingFor == "requester" && n.Kind.toStaff() {
		key += "-staff"
	}
	said := locale.Text(n.language(), key)
	if t.WaitingReason != "" {
		said = locale.Text(n.language(), "awaits.reason", locale.With("awaited", said), locale.With("reason", oneLine(t.WaitingReason)))
	}
	return said
}

// toStaff tells whether the reader works at the desk.
func (k Kind) toStaff() bool {
	switch k {
	case Assigned, Unassigned, Transferred, Mentioned, Commented, Reopened, DueSoon, Overdue, Escalated, FirstDueSoon, FirstOverdue, Concluded, Rated:
		return true
	default:
		return false
	}
}
