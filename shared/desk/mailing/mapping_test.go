package mailing

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

// notices returns the notices of one mail in both languages.
func notices(kind notify.Kind, t ticket.Ticket, e ticket.Entry) any {
	var all []notify.Notice
	for _, language := range locale.Languages() {
		mail := notify.Mail{Kind: kind, To: notify.Recipient{Language: language, Staff: kind.ToStaff()}}
		all = append(all, noticeOf("", mail, settings.Configuration{}, t, e))
	}
	return all
}

var choices = []fieldtest.Choice{
	fieldtest.Either(ticket.Waiting, ticket.Open),
	fieldtest.Either(field.Choice, field.Text),
	fieldtest.Either(ticket.ResponseEntry, ticket.NoteEntry),
	fieldtest.Either[ticket.Event](ticket.StatusChanged{To: ticket.Waiting}, ticket.StatusChanged{To: ticket.Open}),
}

func TestEveryFieldOfATicketIsMailed(t *testing.T) {
	notMailed := []string{
		"Version", "Topic.ID", "Department.ID",
		"Requester.ID",                       // compared with the recipient
		"Requester.Email", "Requester.Phone", // only the ticket's page shows contact data
		"Requester.Organization.ID", "Requester.Organization.Shares", "Requester.Language",
		"Fields.FieldID", "Fields.Value", // the mail shows the option of a choice instead
		"Assignee.ID", "AssignedIn",
		"Participants.ID", "Participants.Name", "Participants.Role", "Participants.Organization.ID", "Participants.Organization.Name", "Participants.MergedFrom",
		"Links.Kind", "Links.Number", "CarriedLinks.Kind", "CarriedLinks.Number", "CarriedLinks.Via", "Tags",
		"UpdatedAt", "ResolvedAt", "StoppedAt", "TextSize", "Paused", "ReopenableSince", "Unrouted", "Reminded", "Warned", "Overdue", "Escalated",
		"FirstRespondedAt", "UnansweredAt", "FirstResponseWarned", "FirstResponseOverdue",
		"Rating.Comment", // the mail shows the comment in the entry
		"Rating.At", "Related", "CarriedDueAt", "CarriedFirstResponseDueAt", "MergedAt",
	}
	got := fieldtest.Forgotten(func(value ticket.Ticket) any {
		return notices(notify.Assigned, value, ticket.Entry{})
	}, choices...)
	if diff := cmp.Diff(notMailed, got); diff != "" {
		t.Errorf("+: map the field, or list it with the reason; -: the field is mailed, so remove it from the list:\n%s", diff)
	}
}

func TestEveryFieldOfAnEntryIsMailed(t *testing.T) {
	notMailed := []string{
		"ID", "Author.ID", "Attachments.ID", "Attachments.Size", "Attachments.ContentType", "Attachments.Tag", "Version",
	}
	got := fieldtest.Forgotten(func(value ticket.Entry) any {
		return notices(notify.Assigned, ticket.Ticket{}, value)
	}, choices...)
	if diff := cmp.Diff(notMailed, got); diff != "" {
		t.Errorf("+: map the field, or list it with the reason; -: the field is mailed, so remove it from the list:\n%s", diff)
	}
}
