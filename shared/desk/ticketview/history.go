package ticketview

import (
	"strconv"
	"strings"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// Entries maps the entries that the reader may see to the contract.
func (v View) Entries(entries []ticket.Entry) []api.Entry {
	visible := make([]api.Entry, 0, len(entries))
	for _, entry := range entries {
		if ticket.CanSee(entry, v.Reader) {
			visible = append(visible, v.Entry(entry))
		}
	}
	return visible
}

// thread maps all visible entries of a ticket, each with the number of the ticket into which a split copied it.
func (v View) thread(entries []ticket.Entry) []api.Entry {
	visible, copiedTo := v.Entries(entries), ticket.CopiedTo(entries)
	for i := range visible {
		visible[i].MovedTo = api.Optional(string(copiedTo[visible[i].Id]))
	}
	return visible
}

// Entry maps an entry to the contract.
func (v View) Entry(e ticket.Entry) api.Entry {
	e = v.names.Entry(e)
	copied, _ := ticket.FindEvent[ticket.Copied](e)
	entry := api.Entry{
		Id: e.ID, Kind: api.EntryKind(e.Kind), Body: api.Optional(e.Body), CreatedAt: e.At, Version: e.Version,
		Author:      api.Author{Id: e.Author.ID, Name: e.Author.Name, Role: api.AuthorRole(e.Author.Role), Organization: api.Optional(e.Author.Organization)},
		Attachments: make([]api.Attachment, 0, len(e.Attachments)), Changes: []api.Change{},
		CopiedFrom: api.Optional(string(copied.Number)), Reason: api.Optional(e.Explanation(v.readsInternal()).In(v.Language)),
	}
	if e.Author.Role == ticket.System {
		entry.Author.Name = locale.Role(v.Language, string(ticket.System))
	}
	for _, file := range e.Attachments {
		entry.Attachments = append(entry.Attachments, api.Attachment{Id: file.ID, Filename: file.Filename, Size: file.Size, ContentType: file.ContentType})
	}
	for _, event := range e.EventsFor(v.readsInternal()) {
		entry.Changes = append(entry.Changes, v.changes(event)...)
	}
	return entry
}

// changes returns the changes that the history shows for an event, in addition to the entry's text and reason (D7).
func (v View) changes(e ticket.Event) []api.Change {
	switch e := e.(type) {
	case ticket.Opened:
		return changeOf(api.ChangeFieldRelatedTo, "", e.Related)
	case ticket.StatusChanged:
		return changeOf(api.ChangeFieldStatus, e.From, e.To)
	case ticket.PrioritySet:
		return changeOf(api.ChangeFieldPriority, e.From, e.To)
	case ticket.Assigned:
		return refChange(api.ChangeFieldAssignee, e.From, e.To)
	case ticket.DepartmentChanged:
		return refChange(api.ChangeFieldDepartment, e.From, e.To)
	case ticket.TopicChanged:
		return refChange(api.ChangeFieldTopic, e.From, e.To)
	case ticket.DeadlineMoved:
		return changeOf(api.ChangeFieldDueAt, formatTime(e.From), formatTime(e.To))
	case ticket.FirstResponseDeadlineMoved:
		return changeOf(api.ChangeFieldFirstResponseDueAt, formatTime(e.From), formatTime(e.To))
	case ticket.WaitChanged:
		return append(changeOf(api.ChangeFieldWaitingFor, e.From.For, e.To.For), changeOf(api.ChangeFieldWaitingReason, e.From.Reason, e.To.Reason)...)
	case ticket.Rated:
		return append(changeOf(api.ChangeFieldRating, formatScore(e.From), formatScore(e.To)), changeOf(api.ChangeFieldRatingComment, e.From.Comment, e.To.Comment)...)
	case ticket.Tagged:
		return changeOf(api.ChangeFieldTags, strings.Join(e.Removed, ", "), strings.Join(e.Added, ", "))
	case ticket.FieldChanged:
		return v.fieldChange(e)
	case ticket.ParticipantAdded:
		return changeOf(api.ChangeFieldParticipant, "", e.Participant.Name)
	case ticket.ParticipantRemoved:
		return changeOf(api.ChangeFieldParticipant, e.Participant.Name, "")
	case ticket.LinkChanged:
		return changeOf(api.ChangeFieldLink, formatLink(e.From), formatLink(e.To))
	case ticket.MergedInto:
		return changeOf(api.ChangeFieldMergedInto, "", e.Number)
	case ticket.MergedFrom:
		return changeOf(api.ChangeFieldMerged, "", e.Number)
	case ticket.MergeIntoUndone:
		return changeOf(api.ChangeFieldMergeUndone, "", e.Number)
	case ticket.MergeFromUndone:
		return changeOf(api.ChangeFieldMergeUndone, "", e.Number)
	case ticket.SplitInto:
		return changeOf(api.ChangeFieldSplitInto, "", e.Number)
	case ticket.SplitFrom:
		return changeOf(api.ChangeFieldSplitFrom, "", e.Number)
	case ticket.Commented, ticket.Responded, ticket.Noted, ticket.Copied, ticket.Routed, ticket.ClosedByTime, ticket.Reminded,
		ticket.DueSoon, ticket.Overdue, ticket.Escalated, ticket.FirstResponseDueSoon, ticket.FirstResponseOverdue:
	}
	return nil
}

// changeOf returns the change of an attribute, or none if both values are equal.
func changeOf[T ~string](field api.ChangeField, from, to T) []api.Change {
	if from == to {
		return nil
	}
	return []api.Change{{Field: field, From: nullableOf(string(from)), To: nullableOf(string(to))}}
}

// refChange returns the change of a reference. It does not compare the names, because two people can have the same name.
func refChange(field api.ChangeField, from, to ticket.Ref) []api.Change {
	return []api.Change{{Field: field, From: nullableOf(from.Name), To: nullableOf(to.Name)}}
}

func (v View) fieldChange(e ticket.FieldChanged) []api.Change {
	label := e.To.Name
	if e.To == (field.Answer{}) {
		label = e.From.Name
	}
	return []api.Change{{
		Field: api.ChangeFieldExtra, Name: api.Optional(label.In(v.Language)),
		From: nullableOf(e.From.In(v.Language)), To: nullableOf(e.To.In(v.Language)),
	}}
}

func formatTime(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}

func formatScore(r ticket.Rating) string {
	if r.Score == 0 {
		return ""
	}
	return strconv.Itoa(r.Score)
}

// formatLink formats a link as its kind and the number of the other ticket, separated by a space.
func formatLink(l ticket.Link) string {
	return strings.TrimSpace(string(l.Kind) + " " + string(l.Number))
}
