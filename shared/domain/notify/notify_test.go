package notify_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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

func status(from, to ticket.Status) ticket.Event { return ticket.StatusChanged{From: from, To: to} }

func given(to string) ticket.Event { return ticket.Assigned{To: ticket.Ref{ID: to, Name: to}} }

func came(id string) ticket.Event {
	return ticket.ParticipantAdded{Participant: ticket.Ref{ID: id, Name: id}}
}

var (
	soporte     = ticket.Ref{ID: "soporte", Name: "Soporte"}
	solicitudes = ticket.Ref{ID: "solicitudes", Name: "Solicitudes"}
	elsewhere   = ticket.DepartmentChanged{From: soporte, To: solicitudes}
)

func by(author ticket.Author, kind ticket.EntryKind, events ...ticket.Event) ticket.Entry {
	return ticket.Entry{Kind: kind, Author: author, Events: events, Version: 4}
}

func event(author ticket.Author, events ...ticket.Event) ticket.Entry {
	return by(author, ticket.EventEntry, events...)
}

func message(author ticket.Author, events ...ticket.Event) ticket.Entry {
	return by(author, ticket.MessageEntry, append([]ticket.Event{ticket.Commented{}}, events...)...)
}

func response(author ticket.Author, events ...ticket.Event) ticket.Entry {
	return by(author, ticket.ResponseEntry, append([]ticket.Event{ticket.Responded{}}, events...)...)
}

func note(author ticket.Author, mentions []ticket.Ref, events ...ticket.Event) ticket.Entry {
	return by(author, ticket.NoteEntry, append([]ticket.Event{ticket.Noted{Mentions: mentions}}, events...)...)
}

func TestDecide(t *testing.T) {
	joined := people
	joined.Participants = []account.Person{
		{ID: "maria", Role: account.Requester, Email: "maria@infoem.example"},
		{ID: "bruno", Role: account.Agent, Email: "bruno@mesa.example"},
	}
	named := people
	named.Mentioned = []account.Person{
		{ID: "bruno", Role: account.Agent, Email: "bruno@mesa.example"},
		{ID: "ana", Role: account.Agent, Email: "ana@mesa.example"},
		{ID: "lia", Role: account.Agent, Email: "lia@mesa.example", Disabled: true},
	}
	nobody := people
	nobody.Assignee = account.Person{}
	for _, c := range []struct {
		name   string
		entry  ticket.Entry
		people notify.People
		want   []string
	}{
		{"a new ticket", by(usuario, ticket.MessageEntry, ticket.Opened{}), people, []string{"created usuario"}},
		{"given to an agent by a rule", event(ticket.SystemAuthor, ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByFixed}}, given("ana")), people, []string{"assigned ana"}},
		{"given, and passed on since", event(ticket.SystemAuthor, given("carla")), people, nil},
		{"taken by oneself", event(ana, given("ana")), people, nil},
		{"transferred to an agent", event(bruno, elsewhere, given("ana")), people, []string{"assigned ana"}},
		{"transferred to nobody", event(bruno, elsewhere), nobody, []string{"transferred sofia"}},
		{"transferred with its agent", event(bruno, elsewhere), people, nil},
		{"moved by its topic, to be routed anew", event(bruno, ticket.TopicChanged{From: soporte, To: solicitudes}, elsewhere), nobody, nil},
		{"brought in", event(ana, came("maria")), joined, []string{"joined maria"}},
		{"brought in, and gone since", event(ana, came("lucia")), joined, nil},
		{"taken out", event(ana, ticket.ParticipantRemoved{Participant: ticket.Ref{ID: "maria"}}), joined, nil},
		{"an answer to several", response(ana), joined, []string{"answered usuario", "answered maria", "answered bruno"}},
		{"an answer of who takes part", response(bruno), joined, []string{"answered usuario", "answered maria"}},
		{"resolved for several", event(ana, status(ticket.Open, ticket.Resolved)), joined, []string{"resolved usuario", "resolved maria", "resolved bruno"}},
		{"a comment among several", message(usuario), joined, []string{"commented ana", "discussed maria", "discussed bruno"}},
		{"a participant's comment", message(ticket.Author{ID: "maria", Role: account.Requester}), joined, []string{"commented ana", "discussed usuario", "discussed bruno"}},
		{"a note among several", note(ana, nil), joined, nil},
		{"merged into another", event(ana, status(ticket.Open, ticket.Closed), ticket.MergedInto{Number: "PNT000002"}), joined, []string{"merged usuario", "merged maria", "merged bruno"}},
		{"split off", event(ana, ticket.SplitFrom{Number: "PNT000001"}), joined, []string{"split usuario"}},
		{"split", event(ana, ticket.SplitInto{Number: "PNT000002"}), joined, nil},
		{"a message that was split off", by(usuario, ticket.MessageEntry, ticket.Copied{Number: "PNT000001", EntryID: "01"}), joined, nil},
		{"an answer that was split off", by(ana, ticket.ResponseEntry, ticket.Copied{Number: "PNT000001", EntryID: "02"}), joined, nil},
		{"another merged into it", event(ana, ticket.MergedFrom{Number: "PNT000001"}, came("maria")), joined, nil},
		{"nobody there", event(ticket.SystemAuthor, ticket.Routed{Explanation: routing.Explanation{Outcome: routing.Nobody}}), nobody, []string{"unassigned sofia"}},
		{"an answer", response(ana), people, []string{"answered usuario"}},
		{"an answer that resolves", response(ana, status(ticket.Open, ticket.Resolved)), people, []string{"resolved usuario"}},
		{"an answer that waits", response(ana, status(ticket.Open, ticket.Waiting)), people, []string{"answered usuario"}},
		{"resolved without a word", event(ana, status(ticket.Open, ticket.Resolved)), people, []string{"resolved usuario"}},
		{"resolved with a note", note(ana, nil, status(ticket.Open, ticket.Resolved)), people, []string{"resolved usuario"}},
		{"waiting", event(ana, status(ticket.Open, ticket.Waiting)), people, []string{"waiting usuario"}},
		{"closed by an agent", event(ana, status(ticket.Open, ticket.Closed)), people, []string{"status-changed usuario"}},
		{"closed by the clock", event(ticket.SystemAuthor, status(ticket.Resolved, ticket.Closed)), people, []string{"closed usuario"}},
		{"resolved and given at once", event(bruno, status(ticket.Open, ticket.Resolved), given("ana")), people, []string{"resolved usuario", "assigned ana"}},
		{"a note", note(ana, nil), people, nil},
		{"a note that mentions", note(ana, []ticket.Ref{{ID: "bruno"}, {ID: "ana"}, {ID: "lia"}}), named, []string{"mentioned bruno"}},
		{"a note that mentions and resolves", note(bruno, []ticket.Ref{{ID: "ana"}}, status(ticket.Open, ticket.Resolved)), named, []string{"mentioned ana", "resolved usuario"}},
		{"priority set", event(ana, ticket.PrioritySet{To: ticket.High}), people, nil},
		{"a comment", message(usuario), people, []string{"commented ana"}},
		{"a comment while nobody attends", message(usuario), nobody, []string{"commented sofia"}},
		{"reopened", message(usuario, status(ticket.Resolved, ticket.Open)), people, []string{"reopened ana"}},
		{"soon due", event(ticket.SystemAuthor, ticket.DueSoon{}), people, []string{"due-soon ana"}},
		{"overdue", event(ticket.SystemAuthor, ticket.Overdue{}), people, []string{"overdue ana", "overdue sofia"}},
		{"overdue while nobody attends", event(ticket.SystemAuthor, ticket.Overdue{}), nobody, []string{"overdue sofia"}},
		{"reopened without a word", event(usuario, status(ticket.Resolved, ticket.Open)), people, []string{"reopened ana"}},
		{"a comment that was waited for", message(usuario, status(ticket.Waiting, ticket.Open)), people, []string{"commented ana"}},
		{"closed by its requester", event(usuario, status(ticket.Open, ticket.Closed)), people, []string{"concluded ana"}},
		{"closed by its requester with a word", message(usuario, status(ticket.Resolved, ticket.Closed)), nobody, []string{"concluded sofia"}},
		{"closed by its requester, among several", event(usuario, status(ticket.Open, ticket.Closed)), joined, []string{"concluded ana", "status-changed maria", "status-changed bruno"}},
		{"closed by its requester with a word, among several", message(usuario, status(ticket.Open, ticket.Closed)), joined, []string{"concluded ana", "discussed maria", "discussed bruno"}},
		{"rated", event(usuario, ticket.Rated{To: ticket.Rating{Score: 2}}), people, []string{"rated ana", "rated sofia"}},
		{"rated with other words alone", event(usuario, ticket.Rated{From: ticket.Rating{Score: 2}, To: ticket.Rating{Score: 2, Comment: "Tardó"}}), people, nil},
		{"overdue for long", event(ticket.SystemAuthor, ticket.Escalated{}), people, []string{"escalated alma", "escalated sofia"}},
		{"first answer soon due", event(ticket.SystemAuthor, ticket.FirstAnswerDueSoon{}), people, []string{"first-due-soon ana"}},
		{"first answer overdue", event(ticket.SystemAuthor, ticket.FirstAnswerOverdue{}), people, []string{"first-overdue ana", "first-overdue sofia"}},
		{"reminded", event(ticket.SystemAuthor, ticket.Reminded{}), people, []string{"reminded usuario"}},
		{"waiting for the requester instead", event(ana, ticket.WaitChanged{From: ticket.Wait{For: ticket.AwaitsThirdParty}, To: ticket.Wait{For: ticket.AwaitsRequester}}), people, []string{"waiting usuario"}},
		{"waiting for a third party instead", event(ana, ticket.WaitChanged{From: ticket.Wait{For: ticket.AwaitsRequester}, To: ticket.Wait{For: ticket.AwaitsThirdParty}}), people, nil},
		{"waiting for something else", event(ana, ticket.WaitChanged{From: ticket.Wait{For: ticket.AwaitsRequester, Reason: "a"}, To: ticket.Wait{For: ticket.AwaitsRequester, Reason: "b"}}), people, nil},
		{"old news", ticket.Entry{Kind: ticket.ResponseEntry, Author: ana, Events: []ticket.Event{ticket.Responded{}}, At: now.Add(-25 * time.Hour)}, people, nil},
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
		if diff := cmp.Diff(c.want, got); diff != "" || len(ids) != len(got) {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestNoMailWithoutAnAddress(t *testing.T) {
	without := people
	without.Requester.Email = ""
	gone := people
	gone.Requester.Disabled = true
	for name, p := range map[string]notify.People{"no address": without, "disabled": gone} {
		if mails := notify.Decide(ticket.Ticket{}, ticket.Entry{Kind: ticket.ResponseEntry, Author: ana, Events: []ticket.Event{ticket.Responded{}}, At: now}, p, now); len(mails) != 0 {
			t.Errorf("%s: %+v", name, mails)
		}
	}
}
