package notify_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/notify"
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

func status(from, to ticket.Status) []ticket.Change {
	return []ticket.Change{{Field: ticket.StatusField, From: string(from), To: string(to)}}
}

func given(to string) []ticket.Change {
	return []ticket.Change{{Field: ticket.AssigneeField, To: to, ToID: to}}
}

func came(id string) []ticket.Change {
	return []ticket.Change{{Field: ticket.ParticipantField, To: id, ToID: id}}
}

func moved(field ticket.Field) []ticket.Change {
	return []ticket.Change{{Field: field, From: "Support", FromID: "soporte", To: "Solicitudes", ToID: "solicitudes"}}
}

func TestWhoIsTold(t *testing.T) {
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
		{"a new ticket", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 1, Changes: status("", ticket.Open)}, people, []string{"created usuario"}},
		{"given to an agent by a rule", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Changes: given("ana"), Reason: ticket.Reason{Key: "routing.fixed"}}, people, []string{"assigned ana"}},
		{"given, and passed on since", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Changes: given("carla")}, people, nil},
		{"taken by oneself", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: given("ana")}, people, nil},
		{"transferred to an agent", ticket.Entry{Kind: ticket.Event, Author: bruno, Changes: append(moved(ticket.DepartmentField), given("ana")...)}, people, []string{"assigned ana"}},
		{"transferred to nobody", ticket.Entry{Kind: ticket.Event, Author: bruno, Changes: moved(ticket.DepartmentField)}, nobody, []string{"transferred sofia"}},
		{"transferred with its agent", ticket.Entry{Kind: ticket.Event, Author: bruno, Changes: moved(ticket.DepartmentField)}, people, nil},
		{"moved by its topic, to be routed anew", ticket.Entry{Kind: ticket.Event, Author: bruno, Changes: append(moved(ticket.DepartmentField), moved(ticket.TopicField)...)}, nobody, nil},
		{"brought in", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: came("maria")}, joined, []string{"joined maria"}},
		{"brought in, and gone since", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: came("lucia")}, joined, nil},
		{"taken out", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: []ticket.Change{{Field: ticket.ParticipantField, FromID: "maria"}}}, joined, nil},
		{"an answer to several", ticket.Entry{Kind: ticket.Response, Author: ana}, joined, []string{"answered usuario", "answered maria", "answered bruno"}},
		{"an answer of who takes part", ticket.Entry{Kind: ticket.Response, Author: bruno}, joined, []string{"answered usuario", "answered maria"}},
		{"resolved for several", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: status(ticket.Open, ticket.Resolved)}, joined, []string{"resolved usuario", "resolved maria", "resolved bruno"}},
		{"a comment among several", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 4}, joined, []string{"commented ana", "discussed maria", "discussed bruno"}},
		{"a participant's comment", ticket.Entry{Kind: ticket.Message, Author: ticket.Author{ID: "maria", Role: account.Requester}, Version: 4}, joined, []string{"commented ana", "discussed usuario", "discussed bruno"}},
		{"a note among several", ticket.Entry{Kind: ticket.Note, Author: ana}, joined, nil},
		{"merged into another", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: append(status(ticket.Open, ticket.Closed), ticket.Change{Field: ticket.MergedIntoField, To: "PNT000002"})}, joined, []string{"merged usuario", "merged maria", "merged bruno"}},
		{"split off", ticket.Entry{Kind: ticket.Event, Author: ana, Version: 1, Changes: []ticket.Change{{Field: ticket.SplitFromField, To: "PNT000001"}}}, joined, []string{"split usuario"}},
		{"split", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: []ticket.Change{{Field: ticket.SplitIntoField, To: "PNT000002"}}}, joined, nil},
		{"a message that was split off", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 1, Origin: ticket.Origin{Number: "PNT000001", EntryID: "01"}}, joined, nil},
		{"an answer that was split off", ticket.Entry{Kind: ticket.Response, Author: ana, Version: 1, Origin: ticket.Origin{Number: "PNT000001", EntryID: "02"}}, joined, nil},
		{"another merged into it", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: append(came("maria"), ticket.Change{Field: ticket.MergedField, To: "PNT000001"})}, joined, nil},
		{"nobody there", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "routing.unassigned"}}, nobody, []string{"unassigned sofia"}},
		{"an answer", ticket.Entry{Kind: ticket.Response, Author: ana}, people, []string{"answered usuario"}},
		{"an answer that resolves", ticket.Entry{Kind: ticket.Response, Author: ana, Changes: status(ticket.Open, ticket.Resolved)}, people, []string{"resolved usuario"}},
		{"an answer that waits", ticket.Entry{Kind: ticket.Response, Author: ana, Changes: status(ticket.Open, ticket.Waiting)}, people, []string{"answered usuario"}},
		{"resolved without a word", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: status(ticket.Open, ticket.Resolved)}, people, []string{"resolved usuario"}},
		{"resolved with a note", ticket.Entry{Kind: ticket.Note, Author: ana, Changes: status(ticket.Open, ticket.Resolved)}, people, []string{"resolved usuario"}},
		{"waiting", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: status(ticket.Open, ticket.Waiting)}, people, []string{"waiting usuario"}},
		{"closed by an agent", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: status(ticket.Open, ticket.Closed)}, people, []string{"status-changed usuario"}},
		{"closed by the clock", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Changes: status(ticket.Resolved, ticket.Closed)}, people, []string{"closed usuario"}},
		{"resolved and given at once", ticket.Entry{Kind: ticket.Event, Author: bruno, Changes: append(status(ticket.Open, ticket.Resolved), given("ana")...)}, people, []string{"resolved usuario", "assigned ana"}},
		{"a note", ticket.Entry{Kind: ticket.Note, Author: ana}, people, nil},
		{"a note that mentions", ticket.Entry{Kind: ticket.Note, Author: ana, Mentions: []ticket.Ref{{ID: "bruno"}, {ID: "ana"}, {ID: "lia"}}}, named, []string{"mentioned bruno"}},
		{"a note that mentions and resolves", ticket.Entry{Kind: ticket.Note, Author: bruno, Mentions: []ticket.Ref{{ID: "ana"}}, Changes: status(ticket.Open, ticket.Resolved)}, named, []string{"mentioned ana", "resolved usuario"}},
		{"weighed", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: []ticket.Change{{Field: ticket.PriorityField, To: "high"}}}, people, nil},
		{"a comment", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 4}, people, []string{"commented ana"}},
		{"a comment while nobody attends", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 4}, nobody, []string{"commented sofia"}},
		{"reopened", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 4, Changes: status(ticket.Resolved, ticket.Open)}, people, []string{"reopened ana"}},
		{"soon due", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "reason.due-soon"}}, people, []string{"due-soon ana"}},
		{"overdue", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "reason.overdue"}}, people, []string{"overdue ana", "overdue sofia"}},
		{"overdue while nobody attends", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "reason.overdue"}}, nobody, []string{"overdue sofia"}},
		{"reopened without a word", ticket.Entry{Kind: ticket.Event, Author: usuario, Changes: status(ticket.Resolved, ticket.Open)}, people, []string{"reopened ana"}},
		{"a comment that was waited for", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 4, Changes: status(ticket.Waiting, ticket.Open)}, people, []string{"commented ana"}},
		{"closed by its requester", ticket.Entry{Kind: ticket.Event, Author: usuario, Changes: status(ticket.Open, ticket.Closed)}, people, []string{"concluded ana"}},
		{"closed by its requester with a word", ticket.Entry{Kind: ticket.Message, Author: usuario, Version: 4, Changes: status(ticket.Resolved, ticket.Closed)}, nobody, []string{"concluded sofia"}},
		{"rated", ticket.Entry{Kind: ticket.Event, Author: usuario, Changes: []ticket.Change{{Field: ticket.RatingField, To: "2"}}}, people, []string{"rated ana", "rated sofia"}},
		{"overdue for long", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "reason.escalated"}}, people, []string{"escalated alma", "escalated sofia"}},
		{"first answer soon due", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "reason.first-answer-due-soon"}}, people, []string{"first-due-soon ana"}},
		{"first answer overdue", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "reason.first-answer-overdue"}}, people, []string{"first-overdue ana", "first-overdue sofia"}},
		{"reminded", ticket.Entry{Kind: ticket.Event, Author: ticket.Desk, Reason: ticket.Reason{Key: "reason.reminded"}}, people, []string{"reminded usuario"}},
		{"waiting for the requester instead", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: []ticket.Change{{Field: ticket.WaitingField, From: "third-party", To: "requester"}}}, people, []string{"waiting usuario"}},
		{"waiting for a third party instead", ticket.Entry{Kind: ticket.Event, Author: ana, Changes: []ticket.Change{{Field: ticket.WaitingField, From: "requester", To: "third-party"}}}, people, nil},
		{"old news", ticket.Entry{Kind: ticket.Response, Author: ana, At: now.Add(-25 * time.Hour)}, people, nil},
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

func TestNobodyWithoutAnAddress(t *testing.T) {
	without := people
	without.Requester.Email = ""
	gone := people
	gone.Requester.Disabled = true
	for name, p := range map[string]notify.People{"no address": without, "disabled": gone} {
		if mails := notify.Decide(ticket.Ticket{}, ticket.Entry{Kind: ticket.Response, Author: ana, At: now}, p, now); len(mails) != 0 {
			t.Errorf("%s: %+v", name, mails)
		}
	}
}
