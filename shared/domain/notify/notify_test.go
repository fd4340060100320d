package notify_test

import (
	"cmp"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

var (
	now    = time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	people = notify.People{
		Requester:      account.Person{ID: "usuario", Role: account.Requester, Email: "usuario@inai.example"},
		Assignee:       account.Person{ID: "ana", Role: account.Agent, Email: "ana@mesa.example"},
		Supervisors:    []account.Person{{ID: "sofia", Role: account.Supervisor, Email: "sofia@mesa.example"}},
		Administrators: []account.Person{{ID: "alma", Role: account.Admin, Email: "alma@mesa.example"}},
	}
	usuario = ticket.Author{ID: "usuario", Role: account.Requester}
	ana     = ticket.Author{ID: "ana", Role: account.Agent}
	bruno   = ticket.Author{ID: "bruno", Role: account.Agent}
)

var awaitsRequester ticket.Event = ticket.WaitChanged{To: ticket.Wait{For: ticket.AwaitsRequester, Reason: "el archivo"}}

func status(from, to ticket.Status) ticket.Event { return ticket.StatusChanged{From: from, To: to} }

func assignedTo(to string) ticket.Event { return ticket.Assigned{To: ticket.Ref{ID: to, Name: to}} }

func participantAdded(id string) ticket.Event {
	return ticket.ParticipantAdded{Participant: ticket.Ref{ID: id, Name: id}}
}

var (
	soporte                  = ticket.Ref{ID: "soporte", Name: "Soporte"}
	solicitudes              = ticket.Ref{ID: "solicitudes", Name: "Solicitudes"}
	transferredToSolicitudes = ticket.DepartmentChanged{From: soporte, To: solicitudes}
)

func entryBy(author ticket.Author, kind ticket.EntryKind, events ...ticket.Event) ticket.Entry {
	return ticket.Entry{Kind: kind, Author: author, Events: events, Version: 4}
}

func event(author ticket.Author, events ...ticket.Event) ticket.Entry {
	return entryBy(author, ticket.EventEntry, events...)
}

func message(author ticket.Author, events ...ticket.Event) ticket.Entry {
	return entryBy(author, ticket.MessageEntry, append([]ticket.Event{ticket.Commented{}}, events...)...)
}

func response(author ticket.Author, events ...ticket.Event) ticket.Entry {
	return entryBy(author, ticket.ResponseEntry, append([]ticket.Event{ticket.Responded{}}, events...)...)
}

func note(author ticket.Author, mentions []ticket.Ref, events ...ticket.Event) ticket.Entry {
	return entryBy(author, ticket.NoteEntry, append([]ticket.Event{ticket.Noted{Mentions: mentions}}, events...)...)
}

func TestDecide(t *testing.T) {
	withParticipants := people
	withParticipants.Participants = []account.Person{
		{ID: "maria", Role: account.Requester, Email: "maria@infoem.example"},
		{ID: "bruno", Role: account.Agent, Email: "bruno@mesa.example"},
	}
	withMentioned := people
	withMentioned.Mentioned = []account.Person{
		{ID: "bruno", Role: account.Agent, Email: "bruno@mesa.example"},
		{ID: "ana", Role: account.Agent, Email: "ana@mesa.example"},
		{ID: "lia", Role: account.Agent, Email: "lia@mesa.example", Disabled: true},
	}
	unassigned := people
	unassigned.Assignee = account.Person{}
	away := people
	away.AssigneeUnavailable = true
	since := people
	since.AssignedIn = 5 // the entries have version 4
	disabled := away
	disabled.Assignee.Disabled = true
	for _, c := range []struct {
		name   string
		entry  ticket.Entry
		people notify.People
		want   []string
	}{
		{"a new ticket", entryBy(usuario, ticket.MessageEntry, ticket.Opened{}), people, []string{"created usuario"}},
		{"assigned by routing", event(ticket.SystemAuthor, ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByFixed}}, assignedTo("ana")), people, []string{"assigned ana"}},
		{"assigned, and reassigned since then", event(ticket.SystemAuthor, assignedTo("carla")), people, nil},
		{"assigned to oneself", event(ana, assignedTo("ana")), people, nil},
		{"transferred to an agent", event(bruno, transferredToSolicitudes, assignedTo("ana")), people, []string{"assigned ana"}},
		{"transferred, unassigned", event(bruno, transferredToSolicitudes), unassigned, []string{"transferred sofia"}},
		{"transferred, assignee unchanged", event(bruno, transferredToSolicitudes), people, []string{"adjusted ana"}},
		{"transferred by a change of topic, to be routed", event(bruno, ticket.TopicChanged{From: soporte, To: solicitudes}, transferredToSolicitudes), unassigned, nil},
		{"a participant added", event(ana, participantAdded("maria")), withParticipants, []string{"joined maria"}},
		{"a participant added, and removed since then", event(ana, participantAdded("lucia")), withParticipants, nil},
		{"a participant removed", event(ana, ticket.ParticipantRemoved{Participant: ticket.Ref{ID: "maria"}}), withParticipants, nil},
		{"a response to several people", response(ana), withParticipants, []string{"answered usuario", "answered maria", "answered bruno"}},
		{"a response by a participant", response(bruno), withParticipants, []string{"answered usuario", "answered maria", "assisted ana"}},
		{"a response by a colleague", response(bruno), people, []string{"answered usuario", "assisted ana"}},
		{"resolved by a colleague", response(bruno, status(ticket.Open, ticket.Resolved)), people, []string{"resolved usuario", "assisted ana"}},
		{"closed by a colleague", event(bruno, status(ticket.Open, ticket.Closed)), people, []string{"status-changed usuario", "adjusted ana"}},
		{"priority set by a colleague", event(bruno, ticket.PrioritySet{To: ticket.High}, ticket.DeadlineMoved{}), people, []string{"adjusted ana"}},
		{"deadline moved by a colleague", event(bruno, ticket.DeadlineMoved{}), people, []string{"adjusted ana"}},
		{"a response by a colleague, assignee away", response(bruno), away, []string{"answered usuario"}},
		{"deadline moved by a colleague, assignee away", event(bruno, ticket.DeadlineMoved{}), away, nil},
		{"a response by a colleague, reassigned since then", response(bruno), since, []string{"answered usuario"}},
		{"priority set by a colleague, reassigned since then", event(bruno, ticket.PrioritySet{To: ticket.High}), since, nil},
		{"a comment, reassigned since then", message(usuario), since, []string{"commented ana"}},
		{"priority set on an unassigned ticket", event(bruno, ticket.PrioritySet{To: ticket.High}), unassigned, nil},
		{"a note by a colleague", note(bruno, nil), people, nil},
		{"a tag added by a colleague", event(bruno, ticket.Tagged{Added: []string{"urgente"}}), people, nil},
		{"resolved, several people", event(ana, status(ticket.Open, ticket.Resolved)), withParticipants, []string{"resolved usuario", "resolved maria", "resolved bruno"}},
		{"a comment, several people", message(usuario), withParticipants, []string{"commented ana", "discussed maria", "discussed bruno"}},
		{"a participant's comment", message(ticket.Author{ID: "maria", Role: account.Requester}), withParticipants, []string{"commented ana", "discussed usuario", "discussed bruno"}},
		{"a note, several people", note(ana, nil), withParticipants, nil},
		{"merged into another ticket", event(ana, status(ticket.Open, ticket.Closed), ticket.MergedInto{Number: "PNT000002"}), withParticipants, []string{"merged usuario", "merged maria", "merged bruno"}},
		{"created by a split", event(ana, ticket.SplitFrom{Number: "PNT000001"}), withParticipants, []string{"split usuario"}},
		{"split into another ticket", event(ana, ticket.SplitInto{Number: "PNT000002"}), withParticipants, nil},
		{"a message copied by a split", entryBy(usuario, ticket.MessageEntry, ticket.Copied{Number: "PNT000001", EntryID: "01"}), withParticipants, nil},
		{"a response copied by a split", entryBy(ana, ticket.ResponseEntry, ticket.Copied{Number: "PNT000001", EntryID: "02"}), withParticipants, nil},
		{"another ticket merged into this one", event(ana, ticket.MergedFrom{Number: "PNT000001"}, participantAdded("maria")), withParticipants, []string{"guests-joined usuario"}},
		{"another ticket merged into this one, nobody joined", event(ana, ticket.MergedFrom{Number: "PNT000001"}), withParticipants, nil},
		{"another ticket of the requester merged into this one", event(ana, ticket.MergedFrom{Number: "PNT000001", RequesterFollows: true}, participantAdded("maria")), withParticipants, nil},
		{"the merge into another ticket was undone", event(ana, status(ticket.Closed, ticket.Open), ticket.MergeIntoUndone{Number: "PNT000002"}), withParticipants, []string{"unmerged usuario", "unmerged maria", "unmerged bruno"}},
		{"the merge of another ticket was undone", event(ana, ticket.MergeFromUndone{Number: "PNT000001"}, ticket.ParticipantRemoved{Participant: ticket.Ref{ID: "lucia"}}), withParticipants, []string{"guests-left usuario"}},
		{"the merge of another ticket was undone, nobody had joined", event(ana, ticket.MergeFromUndone{Number: "PNT000001"}), withParticipants, nil},
		{"the merge of another ticket of the requester was undone", event(ana, ticket.MergeFromUndone{Number: "PNT000001", RequesterFollows: true}, ticket.ParticipantRemoved{Participant: ticket.Ref{ID: "lucia"}}), withParticipants, nil},
		{"routing found nobody", event(ticket.SystemAuthor, ticket.Routed{Explanation: routing.Explanation{Outcome: routing.Nobody}}), unassigned, []string{"unassigned sofia"}},
		{"a response", response(ana), people, []string{"answered usuario"}},
		{"a response that resolves", response(ana, status(ticket.Open, ticket.Resolved)), people, []string{"resolved usuario"}},
		{"a response that sets En espera", response(ana, status(ticket.Open, ticket.Waiting)), people, []string{"answered usuario"}},
		{"resolved without a message", event(ana, status(ticket.Open, ticket.Resolved)), people, []string{"resolved usuario"}},
		{"resolved with a note", note(ana, nil, status(ticket.Open, ticket.Resolved)), people, []string{"resolved usuario"}},
		{"a response that waits for the requester", response(ana, status(ticket.Open, ticket.Waiting), awaitsRequester), withParticipants, []string{"awaited usuario", "answered maria", "answered bruno"}},
		{"waiting for the requester", event(ana, status(ticket.Open, ticket.Waiting), awaitsRequester), withParticipants, []string{"awaited usuario", "waiting maria", "waiting bruno"}},
		{"waiting", event(ana, status(ticket.Open, ticket.Waiting)), people, []string{"waiting usuario"}},
		{"closed by an agent", event(ana, status(ticket.Open, ticket.Closed)), people, []string{"status-changed usuario"}},
		{"closed by the system", event(ticket.SystemAuthor, status(ticket.Resolved, ticket.Closed)), people, []string{"closed usuario"}},
		{"resolved and assigned in one act", event(bruno, status(ticket.Open, ticket.Resolved), assignedTo("ana")), people, []string{"resolved usuario", "assigned ana"}},
		{"a note", note(ana, nil), people, nil},
		{"a note that mentions", note(ana, []ticket.Ref{{ID: "bruno"}, {ID: "ana"}, {ID: "lia"}}), withMentioned, []string{"mentioned bruno"}},
		{"a note that mentions and resolves", note(bruno, []ticket.Ref{{ID: "ana"}}, status(ticket.Open, ticket.Resolved)), withMentioned, []string{"mentioned ana", "resolved usuario"}},
		{"priority set", event(ana, ticket.PrioritySet{To: ticket.High}), people, nil},
		{"a comment", message(usuario), people, []string{"commented ana"}},
		{"a comment on an unassigned ticket", message(usuario), unassigned, []string{"commented sofia"}},
		{"a comment, assignee away", message(usuario), away, []string{"commented ana", "commented sofia"}},
		{"a comment, assignee disabled", message(usuario), disabled, []string{"commented sofia"}},
		{"closed by its requester, assignee away", event(usuario, status(ticket.Open, ticket.Closed)), away, []string{"concluded ana", "concluded sofia"}},
		{"soon due, assignee disabled", event(ticket.SystemAuthor, ticket.DueSoon{}), disabled, []string{"due-soon sofia"}},
		{"rated, assignee disabled", event(usuario, ticket.Rated{To: ticket.Rating{Score: 2}}), disabled, []string{"rated sofia"}},
		{"overdue, assignee away", event(ticket.SystemAuthor, ticket.Overdue{}), away, []string{"overdue ana", "overdue sofia"}},
		{"reopened", message(usuario, status(ticket.Resolved, ticket.Open)), people, []string{"reopened ana"}},
		{"soon due", event(ticket.SystemAuthor, ticket.DueSoon{}), people, []string{"due-soon ana"}},
		{"overdue", event(ticket.SystemAuthor, ticket.Overdue{}), people, []string{"overdue ana", "overdue sofia"}},
		{"overdue and unassigned", event(ticket.SystemAuthor, ticket.Overdue{}), unassigned, []string{"overdue sofia"}},
		{"reopened without a message", event(usuario, status(ticket.Resolved, ticket.Open)), people, []string{"reopened ana"}},
		{"a comment on a waiting ticket", message(usuario, status(ticket.Waiting, ticket.Open)), people, []string{"commented ana"}},
		{"closed by its requester", event(usuario, status(ticket.Open, ticket.Closed)), people, []string{"concluded ana"}},
		{"closed by its requester with a message", message(usuario, status(ticket.Resolved, ticket.Closed)), unassigned, []string{"concluded sofia"}},
		{"closed by its requester, several people", event(usuario, status(ticket.Open, ticket.Closed)), withParticipants, []string{"concluded ana", "status-changed maria", "status-changed bruno"}},
		{"closed by its requester with a message, several people", message(usuario, status(ticket.Open, ticket.Closed)), withParticipants, []string{"concluded ana", "discussed maria", "discussed bruno"}},
		{"rated", event(usuario, ticket.Rated{To: ticket.Rating{Score: 2}}), people, []string{"rated ana", "rated sofia"}},
		{"only the comment of a rating changed", event(usuario, ticket.Rated{From: ticket.Rating{Score: 2}, To: ticket.Rating{Score: 2, Comment: "Tardó"}}), people, nil},
		{"escalated", event(ticket.SystemAuthor, ticket.Escalated{}), people, []string{"escalated alma", "escalated sofia"}},
		{"first response soon due", event(ticket.SystemAuthor, ticket.FirstResponseDueSoon{}), people, []string{"first-due-soon ana"}},
		{"first response overdue", event(ticket.SystemAuthor, ticket.FirstResponseOverdue{}), people, []string{"first-overdue ana", "first-overdue sofia"}},
		{"reminded", event(ticket.SystemAuthor, ticket.Reminded{}), people, []string{"reminded usuario"}},
		{"waiting for the requester instead", event(ana, ticket.WaitChanged{From: ticket.Wait{For: ticket.AwaitsThirdParty}, To: ticket.Wait{For: ticket.AwaitsRequester}}), people, []string{"awaited usuario"}},
		{"waiting for a third party instead", event(ana, ticket.WaitChanged{From: ticket.Wait{For: ticket.AwaitsRequester}, To: ticket.Wait{For: ticket.AwaitsThirdParty}}), people, nil},
		{"waiting for another reason", event(ana, ticket.WaitChanged{From: ticket.Wait{For: ticket.AwaitsRequester, Reason: "a"}, To: ticket.Wait{For: ticket.AwaitsRequester, Reason: "b"}}), people, nil},
		{"an entry older than MaxAge", ticket.Entry{Kind: ticket.ResponseEntry, Author: ana, Events: []ticket.Event{ticket.Responded{}}, At: now.Add(-25 * time.Hour)}, people, nil},
	} {
		c.entry.ID = "01ENTRY"
		if c.entry.At.IsZero() {
			c.entry.At = now.Add(-time.Minute)
		}
		var got []string
		ids := map[string]bool{}
		for _, mail := range notify.Decide(ticket.Ticket{Number: "PNT000001"}, c.entry, c.people, now) {
			got = append(got, string(mail.Kind)+" "+mail.To.ID)
			ids[mail.ID] = true
		}
		if diff := gocmp.Diff(c.want, got); diff != "" || len(ids) != len(got) {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestNoMailWithoutAnAddress(t *testing.T) {
	withoutAddress := people
	withoutAddress.Requester.Email = ""
	disabled := people
	disabled.Requester.Disabled = true
	for name, p := range map[string]notify.People{"no address": withoutAddress, "disabled": disabled} {
		if mails := notify.Decide(ticket.Ticket{}, ticket.Entry{Kind: ticket.ResponseEntry, Author: ana, Events: []ticket.Event{ticket.Responded{}}, At: now}, p, now); len(mails) != 0 {
			t.Errorf("%s: %+v", name, mails)
		}
	}
}

func TestDecideAccountMail(t *testing.T) {
	person := account.Person{ID: "ana", Name: "Ana", Email: "ana@mesa.example", Role: account.Agent}
	disabled, unreachable := person, person
	disabled.Disabled, unreachable.Email = true, ""
	toPerson := account.Mail{ID: "hash", Kind: account.ResetMail, PersonID: "ana", At: now, LinkID: "link", LinkEndsAt: now.Add(time.Hour)}
	toAddress, announced := account.Mail{ID: "hash", Kind: account.ResetMail, At: now}, toPerson
	toAddress.To = account.Addressee{Name: "Eva", Email: "eva@mesa.example"}
	announced.To = account.Addressee{Name: "Ana", Email: "ana@antes.example"}
	for name, c := range map[string]struct {
		mail   account.Mail
		person account.Person
		now    time.Time
		want   string
	}{
		"person":          {toPerson, person, now, "ana@mesa.example"},
		"disabled":        {toPerson, disabled, now, ""},
		"no address":      {toPerson, unreachable, now, ""},
		"nobody":          {toPerson, account.Person{}, now, ""},
		"old record":      {toPerson, person, now.Add(notify.MaxAge + 1), ""},
		"without account": {toAddress, account.Person{}, now, "eva@mesa.example"},
		"another address": {announced, person, now, "ana@antes.example"},
		"deleted person":  {announced, account.Person{}, now, ""},
	} {
		var want []notify.Mail
		if c.want != "" {
			want = []notify.Mail{{
				ID: "reset.hash", Kind: "reset", At: now, LinkID: c.mail.LinkID, LinkEndsAt: c.mail.LinkEndsAt,
				To: notify.Recipient{ID: c.person.ID, Name: cmp.Or(c.mail.To.Name, c.person.Name), Email: c.want, Staff: c.person.Role.IsStaff()},
			}}
		}
		if diff := gocmp.Diff(want, notify.DecideAccountMail(c.mail, c.person, c.now)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
