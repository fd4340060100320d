// Package ticketview maps tickets and their threads to the contract, reduced to what the reader may see.
package ticketview

import (
	"time"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// View maps tickets to the contract for one reader at one instant.
type View struct {
	Reader   account.Person
	Language locale.Language
	Policy   ticket.Policy
	At       time.Time
	// Details reports whether the tickets of a list are complete, and their cards contain the attributes of an export.
	Details bool
	names   settings.Names
	// departments are those whose queues the reader may see, if the reader is a member of staff.
	departments []string
	// timeZone is the time zone of the desk.
	timeZone string
}

// New returns the view of the caller at an instant.
func New(user caller.Caller, config settings.Configuration, at time.Time) View {
	return View{
		Reader: user.Person, Language: user.ResponseLanguage, Policy: config.Policy(), At: at, names: config.Names(user.ResponseLanguage),
		departments: DepartmentsOf(user.Person, config), timeZone: config.TimeZone,
	}
}

// WithParties returns the view with the current attributes of these organizations and people.
func (v View) WithParties(parties settings.Parties) View {
	v.names = v.names.WithParties(parties)
	return v
}

// Card maps the attributes of a ticket that lists show.
func (v View) Card(t ticket.Ticket) api.TicketCard { return v.cardOf(v.names.Ticket(t)) }

func (v View) cardOf(t ticket.Ticket) api.TicketCard {
	card := api.TicketCard{
		Number: string(t.Number), Status: api.Status(t.Status), Priority: nullableOf(api.Priority(t.Priority)),
		Subject: t.Subject, TopicId: t.Topic.ID, Topic: api.Topic{Id: t.Topic.ID, Name: t.Topic.Name},
		Department: api.Department{Id: t.Department.ID, Name: t.Department.Name}, Entity: t.Entity,
		Requester: api.Party{Id: t.Requester.ID, Name: t.Requester.Name}, Assignee: assigneeOf(t.Assignee),
		DueAt: nullableTime(t.DueAt), Overdue: t.IsOverdue(v.At), CreatedAt: t.CreatedAt, UpdatedAt: t.UpdatedAt, Version: t.Version,
	}
	if t.Status == ticket.Waiting && t.Wait.For != ticket.AwaitsNobody {
		awaited := api.Awaited(t.Wait.For)
		card.WaitingFor = &awaited
	}
	if t.Rating.Score != 0 {
		card.Score = &t.Rating.Score
	}
	if next := t.NextDeadline(); v.filtersLists() && !next.At.IsZero() {
		card.NextDeadline = &api.NextDeadline{For: api.NextDeadlineFor(next.Kind), At: next.At}
	}
	// While the deadline clock is stopped, these values depend on StoppedAt, which a card from an index does not have.
	if v.filtersLists() && (t.Status == ticket.Open || v.Details || !t.StoppedAt.IsZero()) {
		card.FirstResponse, card.WorkMinutesLeft = v.firstResponseOf(t), v.workMinutesLeft(t)
	}
	if since := t.UnansweredSince(); v.readsInternal() && !since.IsZero() {
		card.UnansweredSince = &since
	}
	if v.readsInternal() && len(t.Tags) > 0 {
		card.Tags = &t.Tags
	}
	if v.filtersLists() {
		card.Queues = v.queuesOf(t)
	}
	if v.Details {
		stopped := int(t.ClockStopped(v.Policy, v.At).Minutes())
		card.Fields, card.ResolvedAt, card.StoppedMinutes = v.answersOf(t.Fields), nullableTime(t.ResolvedAt), &stopped
	}
	return card
}

// Ticket maps a complete ticket, with the entries that the reader may see.
func (v View) Ticket(t ticket.Ticket, entries []ticket.Entry) api.Ticket {
	t = v.names.Ticket(t)
	card := v.cardOf(t)
	result := api.Ticket{
		Number: card.Number, Status: card.Status, Priority: card.Priority, Subject: card.Subject, TopicId: card.TopicId,
		Topic: card.Topic, Department: card.Department, Entity: card.Entity, Requester: card.Requester,
		Assignee: card.Assignee, DueAt: card.DueAt, NextDeadline: card.NextDeadline, Overdue: card.Overdue, CreatedAt: card.CreatedAt,
		WorkMinutesLeft: card.WorkMinutesLeft, FirstResponse: card.FirstResponse, WaitingFor: card.WaitingFor, Score: card.Score,
		UpdatedAt: card.UpdatedAt, Version: card.Version, Tags: card.Tags, Queues: card.Queues, UnansweredSince: card.UnansweredSince,
		Fields: v.answersOf(t.Fields), Organization: api.Optional(t.Requester.Organization.Name), ResolvedAt: nullableTime(t.ResolvedAt),
		RelatedTo: api.Optional(string(t.Related)), Wait: waitOf(t), Rating: v.ratingOf(t),
		Linked: len(t.Links) > 0 || t.Related != "", MergedInto: api.Optional(string(t.MergedInto())), Participants: v.participantsOf(t), Entries: v.thread(entries), Actions: []api.Action{},
	}
	if v.seesContactData(t.Requester) {
		result.Requester.Email, result.Requester.Phone = api.Optional(t.Requester.Email), api.Optional(t.Requester.Phone)
	}
	if language := api.Language(t.Requester.Language); language != "" {
		result.Requester.Language = &language
	}
	for _, action := range ticket.Allowed(t, v.Reader, v.Policy, v.At) {
		result.Actions = append(result.Actions, api.Action(action))
	}
	return result
}

func waitOf(t ticket.Ticket) *api.Wait {
	if t.Status != ticket.Waiting {
		return nil
	}
	awaited := t.Wait.For
	if awaited == ticket.AwaitsNobody {
		awaited = ticket.AwaitsRequester
	}
	return &api.Wait{For: api.Awaited(awaited), Reason: api.Optional(t.Wait.Reason), Since: t.StoppedAt}
}

func (v View) ratingOf(t ticket.Ticket) *api.Rating {
	if t.Rating.Score == 0 {
		return nil
	}
	return &api.Rating{
		Score: t.Rating.Score, Comment: api.Optional(t.Rating.Comment), CreatedAt: t.Rating.At, ChangesUntil: t.RatingEditableUntil(v.Policy),
	}
}

func (v View) firstResponseOf(t ticket.Ticket) *api.FirstResponse {
	answer := api.FirstResponse{State: api.FirstResponseState(t.FirstResponse(v.At))}
	if !t.FirstResponseDueAt.IsZero() {
		answer.DueAt = &t.FirstResponseDueAt
	}
	if !t.FirstRespondedAt.IsZero() {
		answer.At = &t.FirstRespondedAt
	}
	return &answer
}

func (v View) workMinutesLeft(t ticket.Ticket) *int {
	if t.DueAt.IsZero() || t.Status.Attended() {
		return nil
	}
	minutes := int(t.WorkLeft(v.Policy, v.At).Minutes())
	return &minutes
}

// seesContactData reports whether the reader may see the contact data of a requester. Staff, the requester and people of their
// organization may. A participant can belong to another organization. If the requester has left the organization of the ticket,
// its people do not see the contact data, which is that of another organization.
func (v View) seesContactData(requester ticket.Requester) bool {
	organizationID := requester.Organization.ID
	isColleague := organizationID != "" && organizationID == v.Reader.Organization.ID && !v.names.IsFormerMember(requester)
	return permission.Allows(permission.SeeContactData, v.Reader.Role, permission.Relations(0).
		With(permission.Owner, v.Reader.ID == requester.ID).With(permission.Colleague, isColleague))
}

// filtersLists reports whether the reader sees queues, urgency and deadlines.
func (v View) filtersLists() bool {
	return permission.Allows(permission.FilterLists, v.Reader.Role, permission.Anyone)
}

// readsInternal reports whether the reader sees internal entries and tags.
func (v View) readsInternal() bool {
	return permission.Allows(permission.ReadInternal, v.Reader.Role, permission.Anyone)
}

func assigneeOf(to ticket.Ref) nullable.Nullable[api.Party] {
	if to.Zero() {
		return nullable.NewNullNullable[api.Party]()
	}
	return nullable.NewNullableWithValue(api.Party{Id: to.ID, Name: to.Name})
}

func nullableOf[T ~string](value T) nullable.Nullable[T] {
	if value == "" {
		return nullable.NewNullNullable[T]()
	}
	return nullable.NewNullableWithValue(value)
}

func nullableTime(at time.Time) nullable.Nullable[time.Time] {
	if at.IsZero() {
		return nullable.NewNullNullable[time.Time]()
	}
	return nullable.NewNullableWithValue(at)
}

func (v View) participantsOf(t ticket.Ticket) []api.Participant {
	all := make([]api.Participant, 0, len(t.Participants))
	for _, p := range t.Participants {
		all = append(all, api.Participant{
			Id: p.ID, Name: p.Name, Organization: api.Optional(p.Organization.Name), Staff: p.Role.IsStaff(),
			Removable: ticket.CanRemoveParticipant(t, v.Reader, p),
		})
	}
	return all
}

// answersOf maps the answers to extra fields.
func (v View) answersOf(answers []field.Answer) *[]api.AnsweredField {
	all := make([]api.AnsweredField, 0, len(answers))
	for _, a := range answers {
		all = append(all, api.AnsweredField{
			Id: a.FieldID, Kind: api.FieldKind(a.Kind), Name: a.Name.In(v.Language), Value: a.Value, Text: a.In(v.Language),
		})
	}
	return &all
}
