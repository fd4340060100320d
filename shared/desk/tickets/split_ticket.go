package tickets

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/account"
	"mesa/shared/api"
	"mesa/shared/check"
	"mesa/shared/clock"
	"mesa/shared/desk/caller"
	"mesa/shared/fault"
	"mesa/shared/locale"
	"mesa/shared/observe"
	"mesa/shared/settings"
	"mesa/shared/ticket"
)

// SplitTicket makes a new ticket of some messages of another. Needs AheadOfSplit for its retries.
type SplitTicket struct {
	api.StrictServerInterface
	Desk  Desk
	Acts  ticket.Acts
	Clock clock.Clock
}

// SplitTicket implements the operation split-ticket. A number is taken once all else is known to be right, as create-ticket
// does.
func (s SplitTicket) SplitTicket(ctx context.Context, r api.SplitTicketRequestObject) (api.SplitTicketResponseObject, error) {
	who := caller.From(ctx)
	t, thread, err := threadOf(ctx, s.Acts, r.Number, who.Person)
	if err != nil {
		return nil, err
	}
	desk, err := s.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	found, err := priorOf(ctx)
	if err != nil {
		return nil, err
	}
	view := view{by: who.Person, language: who.Speaks, policy: desk.Policy(), at: s.Clock.Now()}
	retry := ticket.Retry{PersonID: who.ID, Key: r.Params.IdempotencyKey, Fingerprint: fingerprint([]any{r.Number, r.Body})}
	if found.done != nil {
		return s.again(ctx, *found.done, retry, view) // whatever has become of the topic since
	}
	topic, subject, err := newSplit(desk, r)
	if err != nil {
		return nil, err
	}
	if r.Body.Version != t.Version {
		return nil, staleSince(r.Body.Version, t, thread, view)
	}
	department, _ := desk.Department(topic.DepartmentID)
	wanted := ticket.New{
		Subject: subject, Topic: ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}
	if _, err := split(t, thread, r.Body.EntryIds, wanted, view); err != nil {
		return nil, notSplit(err)
	}
	n, err := s.Acts.NextNumber(ctx, desk.FirstNumber)
	if err != nil {
		return nil, err
	}
	wanted.Number = desk.Numbering.Format(n)
	made, err := split(t, thread, r.Body.EntryIds, wanted, view)
	if err != nil {
		return nil, notSplit(err)
	}
	return s.save(ctx, made, retry, view)
}

func split(t ticket.Ticket, thread []ticket.Entry, chosen []string, wanted ticket.New, view view) (ticket.Splitting, error) {
	write := func() ticket.Write { return ticket.Write{ID: ulid.Make().String(), At: view.at} }
	return ticket.Split(t, thread, chosen, wanted, view.by, view.policy, write)
}

func (s SplitTicket) save(ctx context.Context, made ticket.Splitting, retry ticket.Retry, view view) (api.SplitTicketResponseObject, error) {
	source := made.Source.Ticket
	err := s.Acts.Split(ctx, ticket.Act{Ticket: made.New.Ticket, Entry: made.New.Entry, Retry: retry}, made.Copies,
		ticket.Act{Ticket: source, Entry: made.Source.Entry, Alarm: source.Alarm(view.policy)})
	switch {
	case errors.Is(err, ticket.ErrRepeated):
		done, _, err := s.Acts.Prior(ctx, retry, nil)
		if err != nil {
			return nil, err
		}
		if done == nil {
			return nil, fault.New(fault.Unavailable)
		}
		return s.again(ctx, *done, retry, view)
	case errors.Is(err, ticket.ErrStale):
		now, entries, err := s.Acts.Thread(ctx, source.Number)
		if err != nil {
			return nil, err
		}
		return nil, staleSince(source.Version-1, now, entries, view)
	case err != nil:
		return nil, err
	}
	return splitOff(view.ticket(made.New.Ticket, append(made.Copies, made.New.Entry))), nil
}

// again answers a repeated request as the first was.
func (s SplitTicket) again(ctx context.Context, done ticket.Done, retry ticket.Retry, view view) (api.SplitTicketResponseObject, error) {
	if done.Fingerprint != retry.Fingerprint {
		return nil, fault.New(fault.Idempotency)
	}
	t, entries, err := readable(ctx, s.Acts, string(done.Number), view.by)
	if err != nil {
		return nil, err
	}
	return splitOff(view.ticket(t, entries)), nil
}

func splitOff(t api.Ticket) api.SplitTicketResponseObject {
	location := "/api/tickets/" + t.Number
	return api.SplitTicket201JSONResponse{Body: t, Headers: api.SplitTicket201ResponseHeaders{Location: &location}}
}

// newSplit checks all that was typed, and says all that is wrong with it at once.
func newSplit(desk settings.Desk, r api.SplitTicketRequestObject) (settings.Topic, string, error) {
	var fields fault.Fields
	checkKey(&fields, r.Params.IdempotencyKey)
	topic, known := desk.Topic(r.Body.TopicId)
	switch {
	case r.Body.TopicId == "":
		fields.Add("topicId", "field.required")
	case !known || !topic.Active:
		fields.Add("topicId", "field.choice")
	}
	subject := check.Line(&fields, "subject", r.Body.Subject, 1, maxSubject)
	switch chosen := r.Body.EntryIds; {
	case len(chosen) == 0:
		fields.Add("entryIds", "field.required")
	case len(chosen) > ticket.MaxMoved:
		fields.Add("entryIds", "field.too-many", ticket.MaxMoved)
	}
	if r.Body.Version < 1 {
		fields.Add("version", "field.required")
	}
	return topic, subject, fields.Err()
}

// notSplit says what is wrong with what was chosen.
func notSplit(err error) error {
	var fields fault.Fields
	switch {
	case errors.Is(err, ticket.ErrNotMoved):
		fields.Add("entryIds", "field.not-moved")
	case errors.Is(err, ticket.ErrUnseen):
		fields.Add("entryIds", "field.unseen")
	case errors.Is(err, ticket.ErrTooMuch):
		fields.Add("entryIds", "field.too-much", ticket.MaxMoved, ticket.MaxMovedFiles)
	case errors.Is(err, ticket.ErrLinks):
		fields.Add("entryIds", "field.links", ticket.MaxLinks)
	default:
		return refused(err)
	}
	return fields.Err()
}

type threadFound struct {
	ticket  ticket.Ticket
	entries []ticket.Entry
	err     error
}

type threadKey struct{}

// AheadOfSplit is Ahead that starts to read the ticket too while the session is looked up, for Endpoint.Ahead.
func AheadOfSplit(acts ticket.Acts) func(context.Context, string, *http.Request, []byte) context.Context {
	ahead := Ahead(acts)
	return func(ctx context.Context, person string, r *http.Request, body []byte) context.Context {
		number := strings.TrimSuffix(strings.TrimPrefix(r.URL.Path, "/api/tickets/"), "/split")
		ctx = ahead(ctx, person, r, body)
		if !plausible("", []string{number}) {
			return ctx
		}
		found := make(chan threadFound, 1)
		go func() {
			t, entries, err := acts.Thread(observe.Beside(ctx), ticket.Number(number))
			found <- threadFound{t, entries, err}
		}()
		return context.WithValue(ctx, threadKey{}, (<-chan threadFound)(found))
	}
}

// threadOf is readable, of what AheadOfSplit reads.
func threadOf(ctx context.Context, acts ticket.Acts, number string, by account.Person) (ticket.Ticket, []ticket.Entry, error) {
	found, ok := ctx.Value(threadKey{}).(<-chan threadFound)
	if !ok {
		return readable(ctx, acts, number, by)
	}
	select {
	case f := <-found:
		if f.err == nil && !ticket.CanRead(f.ticket, by) {
			return ticket.Ticket{}, nil, fault.New(fault.NotFound)
		}
		return f.ticket, f.entries, f.err
	case <-ctx.Done():
		return ticket.Ticket{}, nil, fault.Because(fault.Unavailable, ctx.Err())
	}
}
