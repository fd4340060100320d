package ticketlinks

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
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// SplitTicket copies entries of a ticket into a new ticket (G7).
type SplitTicket struct {
	Settings ticketacts.NamedSettings
	Acts     ticket.Acts
	Clock    clock.Clock
}

// SplitTicket implements the operation split-ticket. As in create-ticket, the number is allocated after everything is
// validated.
func (s SplitTicket) SplitTicket(ctx context.Context, r api.SplitTicketRequestObject) (api.SplitTicketResponseObject, error) {
	user := caller.From(ctx)
	key := ticket.IdempotencyKey{PersonID: user.ID, Key: r.Params.IdempotencyKey, Fingerprint: ticketacts.Fingerprint([]any{r.Number, withoutVersion(*r.Body)})}
	t, thread, found, err := s.read(ctx, r, key, user.Person)
	if err != nil {
		return nil, err
	}
	config, err := s.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	view := ticketview.New(user, config, s.Clock.Now())
	if found.Record != nil {
		return splitResponse(ticketacts.CreatedBefore(ctx, s.Acts, s.Settings, *found.Record, key, view)) // even if the topic has changed in the meantime
	}
	topic, subject, err := checkSplit(config, r)
	if err != nil {
		return nil, err
	}
	if r.Body.Version != t.Version {
		return nil, ticketacts.NewStaleConflict(r.Body.Version, t, thread, view)
	}
	department, _ := config.Department(topic.DepartmentID)
	newTicket := ticket.NewTicket{
		Subject: subject, Topic: ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}
	if _, err := splitTicket(t, thread, r.Body.EntryIds, newTicket, view); err != nil {
		return nil, splitFault(err)
	}
	var (
		n       int64
		parties settings.Parties
	)
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			n, err = s.Acts.NextNumber(ctx, config.FirstNumber)
			return err
		},
		func(ctx context.Context) (err error) {
			parties, err = ticketacts.PartiesOf(ctx, s.Settings, t)
			return err
		})
	if err != nil {
		return nil, err
	}
	newTicket.Number, view = config.Numbering.Format(n), view.WithParties(parties)
	t.Requester = parties.Requester(t.Requester) // the new ticket stores the current attributes
	result, err := splitTicket(t, thread, r.Body.EntryIds, newTicket, view)
	if err != nil {
		return nil, splitFault(err)
	}
	return s.save(ctx, result, key, view)
}

// withoutVersion returns a request without its version, for the fingerprint. If a response was lost, the repeated request
// may have a newer version, because the page has read the person's own split in the meantime.
func withoutVersion(body api.SplitTicketJSONRequestBody) api.SplitTicketJSONRequestBody {
	body.Version = 0
	return body
}

// read reads the ticket and the idempotency record in one round.
func (s SplitTicket) read(ctx context.Context, r api.SplitTicketRequestObject, key ticket.IdempotencyKey, by account.Person) (t ticket.Ticket, entries []ticket.Entry, found ticketacts.Prior, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			t, entries, err = ticketacts.Read(ctx, s.Acts, r.Number, by)
			return err
		},
		func(ctx context.Context) (err error) {
			found, err = ticketacts.ReadPrior(ctx, s.Acts, key, nil)
			return err
		})
	return t, entries, found, err
}

func splitTicket(t ticket.Ticket, thread []ticket.Entry, chosen []string, newTicket ticket.NewTicket, view ticketview.View) (ticket.SplitResult, error) {
	write := func() ticket.Write { return ticket.Write{ID: ulid.Make().String(), At: view.At} }
	return ticket.Split(t, thread, chosen, newTicket, view.Reader, view.Policy, write)
}

func (s SplitTicket) save(ctx context.Context, result ticket.SplitResult, key ticket.IdempotencyKey, view ticketview.View) (api.SplitTicketResponseObject, error) {
	source := result.Source.Ticket
	err := s.Acts.Split(ctx, ticket.Act{Ticket: result.New.Ticket, Entry: result.New.Entry, IdempotencyKey: key}, result.Copies,
		ticket.Act{Ticket: source, Entry: result.Source.Entry, Alarm: source.Alarm(view.Policy)})
	switch {
	case errors.Is(err, ticket.ErrRepeated):
		return splitResponse(ticketacts.CreatedConcurrently(ctx, s.Acts, s.Settings, key, view))
	case errors.Is(err, ticket.ErrStale):
		current, entries, err := s.Acts.Thread(ctx, source.Number)
		if err != nil {
			return nil, err
		}
		return nil, ticketacts.NewStaleConflict(source.Version-1, current, entries, view)
	case err != nil:
		return nil, err
	}
	return splitResponse(view.Ticket(result.New.Ticket, append(result.Copies, result.New.Entry)), nil)
}

// splitResponse returns the response with the new ticket of this request, or of an earlier request with the same idempotency
// key.
func splitResponse(t api.Ticket, err error) (api.SplitTicketResponseObject, error) {
	if err != nil {
		return nil, err
	}
	location := "/api/tickets/" + t.Number
	return api.SplitTicket201JSONResponse{Body: t, Headers: api.SplitTicket201ResponseHeaders{Location: &location}}, nil
}

// checkSplit validates the request and reports all field errors together.
func checkSplit(config settings.Configuration, r api.SplitTicketRequestObject) (settings.Topic, string, error) {
	var errs fault.FieldErrors
	ticketacts.CheckKey(&errs, r.Params.IdempotencyKey)
	topic, known := config.Topic(r.Body.TopicId)
	switch {
	case r.Body.TopicId == "":
		errs.Add("topicId", "field.required")
	case !known || !topic.Active:
		errs.Add("topicId", "field.choice")
	}
	subject := check.Line(&errs, "subject", r.Body.Subject, 1, ticket.MaxSubjectLength)
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

// splitFault returns the field error for entries that cannot be copied.
func splitFault(err error) error {
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
		return ticketacts.FaultOf(err)
	}
	return errs.Err()
}
