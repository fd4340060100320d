package tickets

import (
	"context"
	"errors"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// SplitTicket copies entries of a ticket into a new ticket.
type SplitTicket struct {
	Settings Settings
	Acts     ticket.Acts
	Clock    clock.Clock
}

// SplitTicket implements the operation split-ticket. As in create-ticket, the number is allocated after everything is
// validated.
func (s SplitTicket) SplitTicket(ctx context.Context, r api.SplitTicketRequestObject) (api.SplitTicketResponseObject, error) {
	who := caller.From(ctx)
	retry := ticket.Retry{PersonID: who.ID, Key: r.Params.IdempotencyKey, Fingerprint: fingerprint([]any{r.Number, r.Body})}
	t, thread, found, err := s.read(ctx, r, retry, who.Person)
	if err != nil {
		return nil, err
	}
	config, err := s.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	view := ticketview.Of(who, config, s.Clock.Now())
	if found.done != nil {
		return splitOff(createdBefore(ctx, s.Acts, *found.done, retry, view)) // even if the topic has changed in the meantime
	}
	topic, subject, err := newSplit(config, r)
	if err != nil {
		return nil, err
	}
	if r.Body.Version != t.Version {
		return nil, staleSince(r.Body.Version, t, thread, view)
	}
	department, _ := config.Department(topic.DepartmentID)
	wanted := ticket.New{
		Subject: subject, Topic: ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}
	if _, err := split(t, thread, r.Body.EntryIds, wanted, view); err != nil {
		return nil, notSplit(err)
	}
	n, err := s.Acts.NextNumber(ctx, config.FirstNumber)
	if err != nil {
		return nil, err
	}
	wanted.Number = config.Numbering.Format(n)
	made, err := split(t, thread, r.Body.EntryIds, wanted, view)
	if err != nil {
		return nil, notSplit(err)
	}
	return s.save(ctx, made, retry, view)
}

// read reads the ticket and the idempotency record in one round.
func (s SplitTicket) read(ctx context.Context, r api.SplitTicketRequestObject, retry ticket.Retry, by account.Person) (t ticket.Ticket, entries []ticket.Entry, found earlier, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			t, entries, err = readable(ctx, s.Acts, r.Number, by)
			return err
		},
		func(ctx context.Context) (err error) {
			found, err = lookUpEarlier(ctx, s.Acts, retry, nil)
			return err
		})
	return t, entries, found, err
}

func split(t ticket.Ticket, thread []ticket.Entry, chosen []string, wanted ticket.New, view ticketview.View) (ticket.Splitting, error) {
	write := func() ticket.Write { return ticket.Write{ID: ulid.Make().String(), At: view.At} }
	return ticket.Split(t, thread, chosen, wanted, view.By, view.Policy, write)
}

func (s SplitTicket) save(ctx context.Context, made ticket.Splitting, retry ticket.Retry, view ticketview.View) (api.SplitTicketResponseObject, error) {
	source := made.Source.Ticket
	err := s.Acts.Split(ctx, ticket.Act{Ticket: made.New.Ticket, Entry: made.New.Entry, Retry: retry}, made.Copies,
		ticket.Act{Ticket: source, Entry: made.Source.Entry, Alarm: source.Alarm(view.Policy)})
	switch {
	case errors.Is(err, ticket.ErrRepeated):
		return splitOff(createdConcurrently(ctx, s.Acts, retry, view))
	case errors.Is(err, ticket.ErrStale):
		now, entries, err := s.Acts.Thread(ctx, source.Number)
		if err != nil {
			return nil, err
		}
		return nil, staleSince(source.Version-1, now, entries, view)
	case err != nil:
		return nil, err
	}
	return splitOff(view.Ticket(made.New.Ticket, append(made.Copies, made.New.Entry)), nil)
}

// splitOff returns the response with the new ticket of this request, or of an earlier request with the same idempotency key.
func splitOff(t api.Ticket, err error) (api.SplitTicketResponseObject, error) {
	if err != nil {
		return nil, err
	}
	location := "/api/tickets/" + t.Number
	return api.SplitTicket201JSONResponse{Body: t, Headers: api.SplitTicket201ResponseHeaders{Location: &location}}, nil
}

// newSplit validates the request and reports all field errors together.
func newSplit(config settings.Configuration, r api.SplitTicketRequestObject) (settings.Topic, string, error) {
	var errs fault.FieldErrors
	checkKey(&errs, r.Params.IdempotencyKey)
	topic, known := config.Topic(r.Body.TopicId)
	switch {
	case r.Body.TopicId == "":
		errs.Add("topicId", "field.required")
	case !known || !topic.Active:
		errs.Add("topicId", "field.choice")
	}
	subject := check.Line(&errs, "subject", r.Body.Subject, 1, maxSubject)
	switch chosen := r.Body.EntryIds; {
	case len(chosen) == 0:
		errs.Add("entryIds", "field.required")
	case len(chosen) > ticket.MaxCopied:
		errs.Add("entryIds", "field.too-many", locale.With("count", ticket.MaxCopied))
	}
	if r.Body.Version < 1 {
		errs.Add("version", "field.required")
	}
	return topic, subject, errs.Err()
}

// notSplit returns the field error for entries that cannot be copied.
func notSplit(err error) error {
	var errs fault.FieldErrors
	switch {
	case errors.Is(err, ticket.ErrNotCopyable):
		errs.Add("entryIds", "field.not-moved")
	case errors.Is(err, ticket.ErrNothingVisible):
		errs.Add("entryIds", "field.unseen")
	case errors.Is(err, ticket.ErrCopyLimit):
		errs.Add("entryIds", "field.too-much", locale.With("count", ticket.MaxCopied), locale.With("files", ticket.MaxCopiedFiles))
	case errors.Is(err, ticket.ErrTooManyLinks):
		errs.Add("entryIds", "field.links", locale.With("count", ticket.MaxLinks))
	default:
		return refused(err)
	}
	return errs.Err()
}
