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
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// CreateEntry adds a message of a person who is not staff, or a response or internal note of staff (D4, D6, D8).
type CreateEntry struct {
	Settings  ticketacts.Settings
	Staff     Staff
	Acts      ticket.Acts
	Files     Files
	Sanitizer richtext.Sanitizer
	Clock     clock.Clock
}

// CreateEntry implements the operation create-entry.
func (c CreateEntry) CreateEntry(ctx context.Context, r api.CreateEntryRequestObject) (api.CreateEntryResponseObject, error) {
	user := caller.From(ctx)
	key := ticket.IdempotencyKey{PersonID: user.ID, Key: api.Given(r.Params.IdempotencyKey), Fingerprint: ticketacts.Fingerprint([]any{r.Number, withoutVersion(*r.Body)})}
	now := c.Clock.Now()
	t, entries, staff, found, err := c.read(ctx, r, key, user.Person)
	if err != nil {
		return nil, err
	}
	config, err := c.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	body, mentions, err := checkNewEntry(r, user.Person, entries, staff, c.Sanitizer)
	if err != nil {
		return nil, err
	}
	view := ticketview.New(user, config, now)
	if found.Record != nil {
		return repeatedEntry(*found.Record, key, entries, view)
	}
	if isOutdated(body, user.Person, t, entries) {
		return nil, ticketacts.NewStaleConflict(*body.Version, t, entries, view)
	}
	files, err := attach(ctx, c.Files, config.Attachments, api.Given(body.AttachmentIds), found.Uploads, user.ID)
	if err != nil {
		return nil, err
	}
	write := ticket.Write{
		ID: ulid.Make().String(), Body: body.Body, Attachments: files, Mentions: mentions, At: view.At,
		Wait: waitOf(body.WaitingFor, body.WaitingReason), Priority: ticket.Priority(api.Given(body.Priority)),
	}
	act := ticket.Act{IdempotencyKey: key, QuotaUse: ticketacts.QuotaUse(config.Settings, user.Person, limit.Entries, 1, now)}
	return c.write(ctx, t, body, act, write, view)
}

// read reads in one round: the ticket, the idempotency record, the files, and the staff whom the text may mention.
func (c CreateEntry) read(ctx context.Context, r api.CreateEntryRequestObject, key ticket.IdempotencyKey, by account.Person) (
	t ticket.Ticket, entries []ticket.Entry, staff []account.Person, found ticketacts.Prior, err error,
) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			t, entries, err = ticketacts.Read(ctx, c.Acts, r.Number, by)
			return err
		},
		func(ctx context.Context) (err error) {
			found, err = ticketacts.ReadPrior(ctx, c.Acts, key, api.Given(r.Body.AttachmentIds))
			return err
		},
		func(ctx context.Context) (err error) {
			if mayMention(*r.Body, by) {
				staff, err = c.Staff.Staff(ctx)
			}
			return err
		})
	return t, entries, staff, found, err
}

// write performs and stores the act on a version of the ticket. act holds the idempotency key and the use of the quota.
func (c CreateEntry) write(ctx context.Context, t ticket.Ticket, body api.NewEntry, act ticket.Act, write ticket.Write, view ticketview.View) (api.CreateEntryResponseObject, error) {
	after, entry, err := performAct(t, view.Reader, body, view.Policy, write)
	if err != nil {
		return nil, ticketacts.FaultOf(err)
	}
	act.Ticket, act.Entry, act.Alarm = after, entry, after.Alarm(view.Policy)
	err = ticketacts.Save(ctx, c.Acts, act, view)
	switch {
	case errors.Is(err, ticket.ErrRepeated):
		return c.readRepeated(ctx, t.Number, act.IdempotencyKey, view)
	case fault.Is(err, fault.Stale) && !view.Reader.Role.IsStaff():
		return c.retryWrite(ctx, t.Number, body, act, write, view)
	case err != nil:
		return nil, uploadFault(err)
	}
	return api.CreateEntry201JSONResponse(view.Entry(entry)), nil
}

// isOutdated reports whether an entry must not be added, because the ticket has changed since the version that the author read: for
// staff any change, and for a requester only that the ticket became Atendido and the message does not say whether the problem
// continues.
func isOutdated(body api.NewEntry, by account.Person, t ticket.Ticket, thread []ticket.Entry) bool {
	version := api.Given(body.Version)
	switch {
	case version == 0:
		return false
	case by.Role.IsStaff():
		return version != t.Version
	default:
		return body.Status == nil && t.Requester.ID == by.ID && t.WasResolvedSince(version, thread)
	}
}

// retryWrite repeats a message on the current version after a conflict. This is safe, because messages do not depend on other
// changes of the ticket, except that it became Atendido.
func (c CreateEntry) retryWrite(ctx context.Context, number ticket.Number, body api.NewEntry, act ticket.Act, write ticket.Write, view ticketview.View) (api.CreateEntryResponseObject, error) {
	current, entries, err := ticketacts.Read(ctx, c.Acts, string(number), view.Reader)
	if err != nil {
		return nil, err
	}
	if isOutdated(body, view.Reader, current, entries) {
		return nil, ticketacts.NewStaleConflict(*body.Version, current, entries, view)
	}
	if ctx.Err() != nil {
		return nil, fault.WithCause(fault.Unavailable, ctx.Err())
	}
	return c.write(ctx, current, body, act, write, view)
}

// withoutVersion returns a request without its version, for the fingerprint. If a response was lost, the repeated request may have
// a newer version, because the page has read the person's own entry in the meantime.
func withoutVersion(body api.NewEntry) api.NewEntry {
	body.Version = nil
	return body
}

// performAct performs the act for the kind of entry.
func performAct(t ticket.Ticket, by account.Person, body api.NewEntry, policy ticket.Policy, write ticket.Write) (ticket.Ticket, ticket.Entry, error) {
	status := ticket.Status(api.Given(body.Status))
	switch body.Kind {
	case api.NewEntryKindResponse:
		return ticket.AddResponse(t, by, status, policy, write)
	case api.NewEntryKindNote:
		return ticket.AddNote(t, by, status, policy, write)
	default:
		return ticket.AddMessage(t, by, status, policy, write)
	}
}

// checkNewEntry validates the entry. It returns the entry with sanitized text, and the staff whom it mentions. The text may
// also show images that are already attached to the thread.
func checkNewEntry(r api.CreateEntryRequestObject, by account.Person, thread []ticket.Entry, colleagues []account.Person, sanitizer richtext.Sanitizer) (api.NewEntry, []ticket.Ref, error) {
	var errs fault.FieldErrors
	clean := *r.Body
	if key := r.Params.IdempotencyKey; key != nil {
		ticketacts.CheckKey(&errs, *key)
	}
	staff := by.Role.IsStaff()
	switch {
	case clean.Kind == "":
		errs.Add("kind", "field.required")
	case !clean.Kind.Valid(), staff && clean.Kind == api.NewEntryKindMessage:
		errs.Add("kind", "field.choice")
	case !staff && clean.Kind != api.NewEntryKindMessage:
		return clean, nil, fault.New(fault.Forbidden)
	}
	if clean.Status != nil && (!clean.Status.Valid() || !staff && *clean.Status != api.StatusOpen && *clean.Status != api.StatusClosed) {
		errs.Add("status", "field.choice")
	}
	switch {
	case clean.Priority == nil:
	case !staff:
		errs.Add("priority", "field.not-allowed")
	case !clean.Priority.Valid():
		errs.Add("priority", "field.choice")
	}
	clean.WaitingReason = checkWait(&errs, clean.Status, clean.WaitingFor, clean.WaitingReason)
	switch {
	case staff && clean.Version == nil:
		errs.Add("version", "field.required")
	case clean.Version != nil && *clean.Version < 1:
		errs.Add("version", "field.too-small", locale.With("least", 1))
	}
	attached := api.Given(clean.AttachmentIds)
	sanitize := sanitizer.Message
	if clean.Kind == api.NewEntryKindNote {
		sanitize = sanitizer.Note
	}
	clean.Body = checkText(&errs, "body", clean.Body, sanitize, append(attachedTo(thread, clean.Kind == api.NewEntryKindNote), attached...)...)
	var mentions []ticket.Ref
	clean.Body, mentions = checkMentions(&errs, clean.Body, colleagues)
	ticketacts.CheckIDs(&errs, attached)
	return clean, mentions, errs.Err()
}

// attachedTo returns the identifiers of the files in a thread. It omits the files of internal notes unless the new entry is an
// internal note, because requesters cannot download them.
func attachedTo(thread []ticket.Entry, forNote bool) []string {
	var ids []string
	for _, entry := range thread {
		if entry.Kind == ticket.NoteEntry && !forNote {
			continue
		}
		for _, file := range entry.Attachments {
			ids = append(ids, file.ID)
		}
	}
	return ids
}

// readRepeated returns the response if another request with the same key was stored after the idempotency record was read.
func (c CreateEntry) readRepeated(ctx context.Context, number ticket.Number, key ticket.IdempotencyKey, view ticketview.View) (api.CreateEntryResponseObject, error) {
	record, _, err := c.Acts.RecordAndUploads(ctx, key, nil)
	if err != nil {
		return nil, err
	}
	_, entries, err := ticketacts.Read(ctx, c.Acts, string(number), view.Reader)
	if err != nil {
		return nil, err
	}
	if record == nil {
		return nil, fault.New(fault.Unavailable)
	}
	return repeatedEntry(*record, key, entries, view)
}

// repeatedEntry returns the response for a request that repeats an earlier one with the same idempotency key. It returns
// fault.Idempotency if the earlier request had different content.
func repeatedEntry(record ticket.IdempotencyRecord, key ticket.IdempotencyKey, entries []ticket.Entry, view ticketview.View) (api.CreateEntryResponseObject, error) {
	if record.Fingerprint == key.Fingerprint {
		for _, entry := range entries {
			if entry.ID == record.EntryID {
				return api.CreateEntry201JSONResponse(view.Entry(entry)), nil
			}
		}
	}
	return nil, fault.New(fault.Idempotency)
}
