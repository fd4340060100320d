package ticketview

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

// toStaff returns what agents see, in both languages.
func toStaff[T any](show func(View) T) any {
	config := settings.Configuration{Settings: settings.Default()}
	v := View{Reader: account.Person{ID: "ana", Role: account.Agent}, Policy: config.Policy(), At: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Details: true}
	spanish, english := v, v
	spanish.Language, english.Language = locale.Spanish, locale.English
	return []T{show(spanish), show(english)}
}

var choices = []fieldtest.Choice{
	fieldtest.Either(ticket.Waiting, ticket.Open),
	fieldtest.Either(ticket.AwaitsThirdParty, ticket.AwaitsRequester),
	fieldtest.Either(field.Choice, field.Text),
	fieldtest.Either(account.Requester, account.Agent),
	fieldtest.Either(ticket.MessageEntry, ticket.ResponseEntry),
	fieldtest.Either[ticket.Event](ticket.StatusChanged{To: ticket.Waiting}, ticket.StatusChanged{To: ticket.Open}),
	fieldtest.Either(routing.ByTeam, routing.ByDepartment),
	fieldtest.Either[routing.ReplacedAgent]("", "Bruno Salas"),
}

func TestEveryFieldOfATicketIsShown(t *testing.T) {
	notShown := []string{
		"Requester.Organization.ID", "Requester.Organization.Shares", // these determine who may read the ticket
		"AssignedIn", // determines who gets mails about an act
		"Participants.Organization.ID",
		"Participants.MergedFrom",                                                                    // determines who may remove the participant
		"Links.Kind", "Links.Number", "CarriedLinks.Kind", "CarriedLinks.Number", "CarriedLinks.Via", // shown by list-links
		"TextSize",        // only limits the next text
		"Paused",          // included in the deadline
		"ReopenableSince", // determines when a resolved ticket is closed
		"Unrouted",
		"Reminded", "Warned", "Overdue", "Escalated", "FirstResponseWarned", "FirstResponseOverdue", // sent notices
		"CarriedDueAt", "CarriedFirstResponseDueAt", // included in the deadlines
		"MergedAt", // determines whether the merge can be undone
	}
	got := fieldtest.Forgotten(func(value ticket.Ticket) any {
		return toStaff(func(v View) api.Ticket { return v.Ticket(value, nil) })
	}, choices...)
	if diff := cmp.Diff(notShown, got); diff != "" {
		t.Errorf("+: map the field, or list it with the reason; -: the field is shown, so remove it from the list:\n%s", diff)
	}
}

func TestEveryFieldOfAnEntryIsShown(t *testing.T) {
	notShown := []string{"Attachments.Tag"} // only identifies the uploaded content
	got := fieldtest.Forgotten(func(value ticket.Entry) any {
		return toStaff(func(v View) api.Entry { return v.Entry(value) })
	}, choices...)
	if diff := cmp.Diff(notShown, got); diff != "" {
		t.Errorf("+: map the field, or list it with the reason; -: the field is shown, so remove it from the list:\n%s", diff)
	}
}

func TestEveryFieldOfAnEventIsShown(t *testing.T) {
	ids := []string{"From.ID", "To.ID"} // the history shows names
	deadline := []string{"Due"}         // the ticket shows it
	before := []string{                 // only restored when the merge is undone
		"Before.Status", "Before.Wait.For", "Before.Wait.Reason", "Before.Reminded", "Before.StoppedAt", "Before.UnansweredAt",
		"Before.CarriedDueAt", "Before.CarriedFirstResponseDueAt",
	}
	notShown := map[ticket.EventKind][]string{
		"noted":    {"Mentions.ID", "Mentions.Name"}, // shown in the text of the note
		"copied":   {"EntryID"},
		"assigned": ids, "departmentChanged": ids, "topicChanged": ids,
		"rated":            {"From.At", "To.At"}, // shown in the ticket's rating
		"fieldChanged":     {"From.FieldID", "From.Name.Spanish", "From.Name.English", "From.Value", "To.FieldID", "To.Value"},
		"participantAdded": {"Participant.ID"}, "participantRemoved": {"Participant.ID"},
		"mergedInto":      before,
		"mergedFrom":      append([]string{"RequesterFollows"}, before...), // determines which mail the requester gets
		"mergeFromUndone": {"RequesterFollows"},
		"routed":          {"TopicID", "DepartmentID", "TeamID"}, // the history shows names
		"splitInto":       {"Entries"},                           // each entry shows where it was copied
		"dueSoon":         deadline, "overdue": deadline, "escalated": deadline, "firstAnswerDueSoon": deadline, "firstAnswerOverdue": deadline,
		"reminded": {"Since"}, // shown in the ticket's wait
	}
	for _, event := range ticket.Events() {
		forgotten := fieldtest.ForgottenOf(reflect.TypeOf(event), func(value any) any {
			return toStaff(func(v View) api.Entry { return v.Entry(ticket.Entry{Events: []ticket.Event{value.(ticket.Event)}}) })
		}, choices...)
		if diff := cmp.Diff(notShown[ticket.KindOf(event)], forgotten); diff != "" {
			t.Errorf("%s: +: map the field, or list it with the reason; -: the field is shown, so remove it from the list:\n%s", ticket.KindOf(event), diff)
		}
	}
}
