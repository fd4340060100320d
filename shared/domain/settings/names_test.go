package settings_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

func TestNamesAreInReadersLanguage(t *testing.T) {
	config := settings.Configuration{
		Topics: []settings.Topic{
			{ID: "correo", Name: settings.Text{Spanish: "Correo", English: "Mail"}},
			{ID: "red", Name: settings.Text{Spanish: "Red"}},
		},
		Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte", English: "Support"}}},
		Teams:       []settings.Team{{ID: "buzones", Name: settings.Text{Spanish: "Buzones", English: "Mailboxes"}}},
	}
	stored := ticket.Ticket{
		Topic: ticket.Ref{ID: "correo", Name: "Correo viejo"}, Department: ticket.Ref{ID: "soporte", Name: "Soporte viejo"},
		Requester:    ticket.Requester{Name: "Correo", Organization: account.Organization{ID: "uno", Name: "Uno"}},
		Participants: []ticket.Participant{{ID: "p", Organization: ticket.Ref{ID: "uno", Name: "Uno"}}, {ID: "q", Organization: ticket.Ref{ID: "dos", Name: "Dos"}}},
	}
	english := config.Names(locale.English).WithParties(settings.Parties{Organizations: map[string]account.Organization{"uno": {ID: "uno", Name: "Uno nuevo"}}})
	got := english.Ticket(stored)
	want := stored
	want.Topic.Name, want.Department.Name, want.Requester.Organization.Name = "Mail", "Support", "Uno nuevo"
	want.Participants = []ticket.Participant{{ID: "p", Organization: ticket.Ref{ID: "uno", Name: "Uno nuevo"}}, {ID: "q", Organization: ticket.Ref{ID: "dos", Name: "Dos"}}}
	if diff := cmp.Diff(want, got); diff != "" || stored.Participants[0].Organization.Name != "Uno" {
		t.Errorf("%+v: %s", stored.Participants, diff)
	}
	if got := config.Names(locale.Spanish).Ticket(stored); got.Topic.Name != "Correo" || got.Department.Name != "Soporte" {
		t.Errorf("renamed: %+v, %+v", got.Topic, got.Department)
	}
	unknown := ticket.Ticket{Topic: ticket.Ref{ID: "z", Name: "Z"}, Department: ticket.Ref{ID: "z", Name: "Z"}}
	if got := english.Ticket(unknown); got.Topic.Name != "Z" || got.Department.Name != "Z" {
		t.Errorf("deleted topic and department: %+v", got)
	}
	ref := func(id, name string) ticket.Ref { return ticket.Ref{ID: id, Name: name} }
	entry := ticket.Entry{Events: []ticket.Event{
		ticket.TopicChanged{From: ref("red", "Redes"), To: ref("correo", "Correo")},
		ticket.DepartmentChanged{From: ref("z", "Z"), To: ref("soporte", "Soporte")},
		ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByTeam, Plan: "Correo", TopicID: "correo", Group: "Buzones", TeamID: "buzones"}},
		ticket.Routed{Explanation: routing.Explanation{Outcome: routing.Nobody, Plan: "Una regla", ByRule: true, Group: "Soporte", DepartmentID: "soporte"}},
		ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByDepartment, Plan: "Correo", Group: "Soporte"}},
		ticket.Commented{},
	}}
	wantEvents := []ticket.Event{
		ticket.TopicChanged{From: ref("red", "Red"), To: ref("correo", "Mail")},
		ticket.DepartmentChanged{From: ref("z", "Z"), To: ref("soporte", "Support")},
		ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByTeam, Plan: "Mail", TopicID: "correo", Group: "Mailboxes", TeamID: "buzones"}},
		ticket.Routed{Explanation: routing.Explanation{Outcome: routing.Nobody, Plan: "Una regla", ByRule: true, Group: "Support", DepartmentID: "soporte"}},
		ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByDepartment, Plan: "Correo", Group: "Soporte"}}, // stored without identifiers
		ticket.Commented{},
	}
	if diff := cmp.Diff(wantEvents, english.Entry(entry).Events); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(ticket.TopicChanged{From: ref("red", "Redes"), To: ref("correo", "Correo")}, entry.Events[0]); diff != "" {
		t.Errorf("the stored entry changed: %s", diff)
	}
}

// TestPeopleHaveTheirCurrentAttributes checks that a ticket shows the current attributes of its people, and entries those of the
// time of the act (A6, D7).
func TestPeopleHaveTheirCurrentAttributes(t *testing.T) {
	organization := account.Organization{ID: "uno", Name: "Uno", Shares: true}
	stored := ticket.Ticket{
		Requester:    ticket.Requester{ID: "maria", Name: "María", Email: "maria@uno.example", Phone: "55", Language: locale.Spanish, Organization: organization},
		Assignee:     ticket.Ref{ID: "ana", Name: "Ana"},
		Participants: []ticket.Participant{{ID: "jorge", Name: "Jorge"}, {ID: "deleted", Name: "Luz"}},
	}
	names := settings.Configuration{}.Names(locale.Spanish).WithParties(settings.Parties{People: map[string]account.Person{
		"maria": {ID: "maria", Name: "María Luisa", Email: "luisa@uno.example", Phone: "66", Language: locale.English, Organization: account.Organization{ID: "dos"}},
		"ana":   {ID: "ana", Name: "Ana Lía"}, "jorge": {ID: "jorge", Name: "Jorge Luis"},
	}})
	want := ticket.Ticket{
		Requester:    ticket.Requester{ID: "maria", Name: "María Luisa", Email: "luisa@uno.example", Phone: "66", Language: locale.English, Organization: organization},
		Assignee:     ticket.Ref{ID: "ana", Name: "Ana Lía"},
		Participants: []ticket.Participant{{ID: "jorge", Name: "Jorge Luis"}, {ID: "deleted", Name: "Luz"}},
	}
	if diff := cmp.Diff(want, names.Ticket(stored)); diff != "" || stored.Participants[0].Name != "Jorge" {
		t.Errorf("%+v: %s", stored.Participants, diff)
	}
	entry := ticket.Entry{Author: ticket.Author{ID: "maria", Name: "María"}, Events: []ticket.Event{ticket.Assigned{To: ticket.Ref{ID: "ana", Name: "Ana"}}}}
	if diff := cmp.Diff(entry, names.Entry(entry)); diff != "" {
		t.Error(diff)
	}
}
