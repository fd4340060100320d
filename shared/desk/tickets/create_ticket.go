// Package tickets implements the use cases of the operations on one ticket. Its tests also cover the packages of lists, links,
// participants, mentions and presence, with the wiring that is deployed.
package tickets

import (
	"context"
	"errors"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Limits checks quotas.
type Limits interface {
	// CheckQuota returns fault.Quota if the use exceeds the quota. It counts nothing.
	CheckQuota(ctx context.Context, use limit.QuotaUse) error
}

// CreateTicket opens a ticket (B1–B9).
type CreateTicket struct {
	Settings  TopicForms
	Acts      ticket.Acts
	Files     Files
	Limits    Limits
	Sanitizer richtext.Sanitizer
	Clock     clock.Clock
}

// CreateTicket implements the operation create-ticket.
func (c CreateTicket) CreateTicket(ctx context.Context, r api.CreateTicketRequestObject) (api.CreateTicketResponseObject, error) {
	user := caller.From(ctx)
	config, fieldsByTopic, err := readTopicForms(ctx, c.Settings)
	if err != nil {
		return nil, err
	}
	key := ticket.IdempotencyKey{PersonID: user.ID, Key: r.Params.IdempotencyKey, Fingerprint: ticketacts.Fingerprint(r.Body)}
	topic, body, answers, err := checkNewTicket(config, fieldsByTopic, r, c.Sanitizer)
	if err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	use := ticketacts.QuotaUse(config.Settings, user.Person, limit.Tickets, 1, now)
	found, related, organizations, exceeded, err := c.lookUp(ctx, key, body, user.Person, use)
	if err != nil {
		return nil, err
	}
	view := ticketview.New(user, config, now).WithParties(settings.Parties{Organizations: organizations})
	if found.Record != nil {
		return createdResponse(ticketacts.CreatedBefore(ctx, c.Acts, c.Settings, *found.Record, key, view))
	}
	if exceeded != nil { // Create would refuse the ticket too, but only after it has used a number
		return nil, exceeded
	}
	if err := checkRelated(body, related, user.Person); err != nil {
		return nil, err
	}
	files, err := attach(ctx, c.Files, config.Attachments, api.Given(r.Body.AttachmentIds), found.Uploads, user.ID)
	if err != nil {
		return nil, err
	}
	n, err := c.Acts.NextNumber(ctx, config.FirstNumber)
	if err != nil {
		return nil, err
	}
	department, _ := config.Department(topic.DepartmentID)
	t, entry := ticket.Create(ticket.NewTicket{
		Number: config.Numbering.Format(n), Subject: body.Subject, Entity: body.Entity, Related: related.Number, Fields: answers,
		Topic:      ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}, user.Person, view.Policy, ticket.Write{ID: ulid.Make().String(), Body: body.Detail, Attachments: files, At: view.At})
	err = c.Acts.Create(ctx, ticket.Act{Ticket: t, Entry: entry, IdempotencyKey: key, QuotaUse: use})
	if errors.Is(err, ticket.ErrRepeated) {
		return createdResponse(ticketacts.CreatedConcurrently(ctx, c.Acts, c.Settings, key, view))
	}
	if err != nil {
		return nil, uploadFault(err)
	}
	return createdResponse(view.Ticket(t, []ticket.Entry{entry}), nil)
}

// lookUp reads in one round: the idempotency record, the files, the ticket that the new ticket follows up (D6), and the
// organization of the requester. exceeded is the error of CheckQuota. A retry of a stored request succeeds even if the quota is
// used up, so the caller checks the idempotency record first.
func (c CreateTicket) lookUp(ctx context.Context, key ticket.IdempotencyKey, body api.NewTicket, requester account.Person, use limit.QuotaUse) (
	found ticketacts.Prior, related ticket.Ticket, organizations map[string]account.Organization, exceeded, err error,
) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) error {
			exceeded = c.Limits.CheckQuota(ctx, use)
			return nil
		},
		func(ctx context.Context) (err error) {
			found, err = ticketacts.ReadPrior(ctx, c.Acts, key, api.Given(body.AttachmentIds))
			return err
		},
		func(ctx context.Context) (err error) {
			number := api.Given(body.RelatedTo)
			if !ticketacts.WithinLimits("", []string{number}) {
				return nil
			}
			if related, err = c.Acts.Ticket(ctx, ticket.Number(number)); fault.Is(err, fault.NotFound) {
				return nil
			}
			return err
		},
		func(ctx context.Context) (err error) {
			organizations, err = c.Settings.Organizations(ctx, requester.Organization.ID)
			return err
		})
	return found, related, organizations, exceeded, err
}

// checkNewTicket validates the request and reports all field errors together. It returns the body with sanitized text.
func checkNewTicket(config settings.Configuration, fieldsByTopic map[string][]field.Field, r api.CreateTicketRequestObject, sanitizer richtext.Sanitizer) (settings.Topic, api.NewTicket, []field.Answer, error) {
	var errs fault.FieldErrors
	clean := *r.Body
	ticketacts.CheckKey(&errs, r.Params.IdempotencyKey)
	topic, known := config.Topic(clean.TopicId)
	switch {
	case clean.TopicId == "":
		errs.Add("topicId", "field.required")
	case !known || !topic.Active || !topic.Public:
		errs.Add("topicId", "field.choice")
	}
	clean.Subject = check.Line(&errs, "subject", clean.Subject, 1, ticket.MaxSubjectLength)
	clean.Detail = checkText(&errs, "detail", clean.Detail, sanitizer.Message, api.Given(clean.AttachmentIds)...)
	clean.Entity = checkEntity(&errs, clean.Entity, config)
	ticketacts.CheckIDs(&errs, api.Given(clean.AttachmentIds))
	answers := field.Answers(&errs, fieldsByTopic[topic.ID], api.Given(clean.Fields))
	return topic, clean, answers, errs.Err()
}

// checkEntity validates the entity of a new ticket and returns it. It returns "" if the desk has no entities (B5).
func checkEntity(errs *fault.FieldErrors, id string, config settings.Configuration) string {
	if len(config.Entities) == 0 {
		return ""
	}
	_, known := config.Entity(id)
	switch {
	case id == "":
		errs.Add("entity", "field.required")
	case !known:
		errs.Add("entity", "field.choice")
	}
	return id
}

// checkRelated validates that the person may read the ticket that the new ticket follows up (D6).
func checkRelated(body api.NewTicket, related ticket.Ticket, by account.Person) error {
	var errs fault.FieldErrors
	if api.Given(body.RelatedTo) != "" && (related.Number == "" || !ticket.CanRead(related, by)) {
		errs.Add("relatedTo", "field.choice")
	}
	return errs.Err()
}

// createdResponse returns the response with the ticket of this request, or of an earlier request with the same idempotency key.
func createdResponse(t api.Ticket, err error) (api.CreateTicketResponseObject, error) {
	if err != nil {
		return nil, err
	}
	location := "/api/tickets/" + t.Number
	return api.CreateTicket201JSONResponse{Body: t, Headers: api.CreateTicket201ResponseHeaders{Location: &location}}, nil
}

// uploadFault returns a field error if an entry stored in the meantime already has one of the files. Other errors are returned
// unchanged.
func uploadFault(err error) error {
	if !errors.Is(err, ticket.ErrFileUnavailable) {
		return err
	}
	var errs fault.FieldErrors
	errs.Add("attachmentIds", "field.attachment-missing")
	return errs.Err()
}
