// Package notify decides who is told of an entry of a ticket's thread, and what (product D1, D3–D6). Each decision is a pure
// function of the entry, the ticket and the people, so that every mail can be explained and none is sent twice: its
// identifier follows from the entry, the kind and the recipient.
package notify

import (
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// Kind is what a mail tells; shared/adapter/mail has the text of each.
type Kind string

// The kinds, with whom they go to.
const (
	Created       Kind = "created"        // requester
	Assigned      Kind = "assigned"       // agent
	Unassigned    Kind = "unassigned"     // supervisors
	Transferred   Kind = "transferred"    // supervisors of the department that got it, while nobody there has it
	Mentioned     Kind = "mentioned"      // staff whom a note mentions
	Joined        Kind = "joined"         // who takes part from now on
	Discussed     Kind = "discussed"      // requester and participants, of another's message
	Split         Kind = "split"          // requester of the ticket that was split off
	Merged        Kind = "merged"         // requester and participants of the ticket that was closed by it
	Answered      Kind = "answered"       // requester and participants
	Resolved      Kind = "resolved"       // requester and participants
	StatusChanged Kind = "status-changed" // requester and participants
	Commented     Kind = "commented"      // agent, or supervisors while there is none
	Reopened      Kind = "reopened"       // agent, or supervisors while there is none
	DueSoon       Kind = "due-soon"       // agent, or supervisors while there is none
	Overdue       Kind = "overdue"        // agent and supervisors
	Escalated     Kind = "escalated"      // administrators and supervisors
	FirstDueSoon  Kind = "first-due-soon" // agent, or supervisors while there is none
	FirstOverdue  Kind = "first-overdue"  // agent and supervisors
	Waiting       Kind = "waiting"        // requester and participants
	Reminded      Kind = "reminded"       // requester
	Closed        Kind = "closed"         // requester and participants
	Concluded     Kind = "concluded"      // agent, or supervisors while there is none
	Rated         Kind = "rated"          // agent and supervisors
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

// People are those whom a ticket concerns. Each may be missing: a zero Person is told nothing.
type People struct {
	Requester      account.Person
	Participants   []account.Person
	Assignee       account.Person
	Supervisors    []account.Person
	Administrators []account.Person
	// Mentioned are those whom the entry mentions and who still work here.
	Mentioned []account.Person
}

// OldNews is the age from which an entry is announced to nobody: the stream keeps records for a day, so an older entry was
// written as history, such as one that was migrated.
const OldNews = 24 * time.Hour

// Decide returns the mails that an entry of a ticket gives rise to, one a person.
func Decide(t ticket.Ticket, e ticket.Entry, people People, now time.Time) []Mail {
	if now.Sub(e.At) > OldNews {
		return nil
	}
	var mails []Mail
	told := make(map[string]bool)
	for _, news := range newsOf(e) {
		for _, person := range news.to(people) {
			if person.ID == "" || person.Disabled || person.Email == "" || told[person.ID] || news.ownAct(e, person) {
				continue
			}
			told[person.ID] = true
			mails = append(mails, Mail{
				ID: e.ID + "." + string(news.kind) + "." + person.ID, Kind: news.kind, To: recipient(person),
				Number: t.Number, EntryID: e.ID,
			})
		}
	}
	return mails
}

// news is what an entry says to one kind of people.
type news struct {
	kind Kind
	to   func(People) []account.Person
}

// ownAct: nobody is told what they did themselves, but for the acknowledgement of a new ticket.
func (n news) ownAct(e ticket.Entry, to account.Person) bool {
	return n.kind != Created && e.Author.ID == to.ID
}

// newsOf says what an entry tells, the most important first: a person gets one mail of an entry.
func newsOf(e ticket.Entry) []news {
	status, changed := e.Changed(ticket.StatusField)
	if _, into := e.Changed(ticket.MergedIntoField); into {
		return []news{{Merged, followers}}
	}
	if _, from := e.Changed(ticket.SplitFromField); from {
		return []news{{Split, requester}}
	}
	if !e.Origin.Zero() {
		return nil // it was told when it was written
	}
	if _, from := e.Changed(ticket.MergedField); from {
		return nil // who takes part from now on is told by the ticket that they had
	}
	switch {
	case e.Kind == ticket.Message && e.Version == 1:
		return []news{{Created, requester}}
	case e.Kind == ticket.Message && changed:
		return []news{{requesterNews(status), attendant}, {Discussed, followers}}
	case e.Kind == ticket.Message:
		return []news{{Commented, attendant}, {Discussed, followers}}
	case ticket.MoverOf(e.Author) == ticket.TheRequester && changed:
		return []news{{requesterNews(status), attendant}, {statusNews(e, ticket.Status(status.To)), followers}}
	}
	var all []news
	if len(e.Mentions) > 0 {
		all = append(all, news{Mentioned, func(p People) []account.Person { return p.Mentioned }})
	}
	switch {
	case changed:
		all = append(all, news{statusNews(e, ticket.Status(status.To)), followers})
	case e.Kind == ticket.Response:
		all = append(all, news{Answered, followers})
	case waitsForRequester(e):
		all = append(all, news{Waiting, followers})
	}
	if to, assigned := e.Changed(ticket.AssigneeField); assigned && to.ToID != "" {
		all = append(all, news{Assigned, func(p People) []account.Person { return only(p.Assignee, to.ToID) }})
	}
	if guest, came := e.Changed(ticket.ParticipantField); came && guest.ToID != "" {
		all = append(all, news{Joined, func(p People) []account.Person { return onlyOf(p.Participants, guest.ToID) }})
	}
	if _, rated := e.Changed(ticket.RatingField); rated {
		all = append(all, news{Rated, attendantAndSupervisors})
	}
	if transferred(e) {
		all = append(all, news{Transferred, untaken})
	}
	return append(all, noticed(e.Reason.Key)...)
}

// noticed is what the desk says by itself: that nobody has a ticket, or that the time of one runs out.
func noticed(reason string) []news {
	switch reason {
	case "routing.unassigned", "routing.rule-unassigned":
		return []news{{Unassigned, supervisors}}
	case "reason.due-soon":
		return []news{{DueSoon, attendant}}
	case "reason.overdue":
		return []news{{Overdue, attendantAndSupervisors}}
	case "reason.escalated":
		return []news{{Escalated, func(p People) []account.Person { return slices.Concat(p.Administrators, p.Supervisors) }}}
	case "reason.first-answer-due-soon":
		return []news{{FirstDueSoon, attendant}}
	case "reason.first-answer-overdue":
		return []news{{FirstOverdue, attendantAndSupervisors}}
	case "reason.reminded":
		return []news{{Reminded, requester}}
	}
	return nil
}

// requesterNews is what a requester's change of the status tells the agent: the problem goes on, it is over, or, as they
// answered what was waited for, they commented.
func requesterNews(status ticket.Change) Kind {
	switch {
	case status.To == string(ticket.Closed):
		return Concluded
	case status.From == string(ticket.Resolved):
		return Reopened
	default:
		return Commented
	}
}

// transferred reports whether an agent passed the ticket on to another department. A change of topic that did is routed anew.
func transferred(e ticket.Entry) bool {
	_, moved := e.Changed(ticket.DepartmentField)
	_, topic := e.Changed(ticket.TopicField)
	return moved && !topic
}

// waitsForRequester reports whether an act turned a wait for somebody else into one for the requester.
func waitsForRequester(e ticket.Entry) bool {
	wait, changed := e.Changed(ticket.WaitingField)
	return changed && wait.To == string(ticket.AwaitsRequester)
}

func statusNews(e ticket.Entry, to ticket.Status) Kind {
	switch {
	case to == ticket.Resolved:
		return Resolved
	case to == ticket.Closed && e.Author.Role == ticket.System:
		return Closed
	case e.Kind == ticket.Response:
		return Answered
	case to == ticket.Waiting:
		return Waiting
	default:
		return StatusChanged
	}
}

func requester(p People) []account.Person { return []account.Person{p.Requester} }

// followers are those who follow the ticket from outside the desk's work: its requester and who takes part in it.
func followers(p People) []account.Person   { return append(requester(p), p.Participants...) }
func supervisors(p People) []account.Person { return p.Supervisors }

// attendant is who attends the ticket; while nobody does, its supervisors: nothing is said to no one.
func attendant(p People) []account.Person {
	if p.Assignee.ID == "" {
		return p.Supervisors
	}
	return []account.Person{p.Assignee}
}

func attendantAndSupervisors(p People) []account.Person {
	return slices.Concat(attendant(p), p.Supervisors)
}

// untaken are those to tell that nobody attends the ticket; nobody while somebody does.
func untaken(p People) []account.Person {
	if p.Assignee.ID != "" {
		return nil
	}
	return p.Supervisors
}

// onlyOf returns the person of an identifier if they are still among them.
func onlyOf(people []account.Person, id string) []account.Person {
	return slices.DeleteFunc(slices.Clone(people), func(p account.Person) bool { return p.ID != id })
}

// only returns the person if it is still theirs: who passed it on is not told that they had it.
func only(p account.Person, id string) []account.Person {
	if p.ID != id {
		return nil
	}
	return []account.Person{p}
}

func recipient(p account.Person) Recipient {
	return Recipient{ID: p.ID, Name: p.Name, Email: p.Email, Language: p.Language, TimeZone: p.TimeZone, Staff: p.Role.IsStaff()}
}
