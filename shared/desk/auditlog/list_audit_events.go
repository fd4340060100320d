// Package auditlog implements the use cases by which administrators read the audit events.
package auditlog

import (
	"context"
	"slices"
	"time"

	"github.com/oapi-codegen/nullable"
	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/zone"
	"mesa/shared/platform/observe"
)

// ListAuditEvents lists the audit events to administrators, newest first (R2). The reading is an event, too.
type ListAuditEvents struct {
	Audit interface {
		// Events returns a page of the events that match a filter, newest first, and the cursor of the next page, or "" after the last
		// page. A page may have fewer events than limit, or none, and be followed by another page.
		Events(ctx context.Context, filter audit.Filter, cursor string, limit int) (events []audit.Event, next string, err error)
		// RecordDaily stores an event unless this process has stored one of the same kind, actor, object and day.
		RecordDaily(ctx context.Context, event audit.Event) error
	}
	People interface {
		// People returns people by identifier. The map has no entry for a person who does not exist.
		People(ctx context.Context, ids ...string) (map[string]account.Person, error)
	}
	Clock clock.Clock
}

const (
	pageSize = 50
	// defaultDays is the number of days before the end of the period that are listed if no start is given.
	defaultDays = 30
	maxPersonID = 64
)

// ListAuditEvents implements the operation list-audit-events.
func (l ListAuditEvents) ListAuditEvents(ctx context.Context, r api.ListAuditEventsRequestObject) (api.ListAuditEventsResponseObject, error) {
	user, now := caller.From(ctx), l.Clock.Now()
	filter, position, err := checkQuery(r.Params, zone.FirstKnown(user.TimeZone), now)
	if err != nil {
		return nil, err
	}
	var (
		events []audit.Event
		next   string
		people map[string]account.Person
	)
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			if events, next, err = l.Audit.Events(ctx, filter, position, pageSize); err != nil {
				return err
			}
			people, err = l.People.People(ctx, peopleOf(events)...)
			return err
		},
		func(ctx context.Context) error { return l.Audit.RecordDaily(ctx, user.Event(audit.AuditRead, now)) },
	)
	if err != nil {
		return nil, err
	}
	page := api.AuditPage{Items: make([]api.AuditEvent, 0, len(events)), Next: nullable.NewNullNullable[string]()}
	for _, event := range events {
		page.Items = append(page.Items, eventOf(event, people))
	}
	if next != "" {
		page.Next.Set(cursor.Encode(next))
	}
	return api.ListAuditEvents200JSONResponse(page), nil
}

func checkQuery(params api.ListAuditEventsParams, location *time.Location, now time.Time) (audit.Filter, string, error) {
	var errs fault.FieldErrors
	filter := audit.Filter{
		From: dayOf(&errs, "from", params.From, location, 0), Until: dayOf(&errs, "to", params.To, location, 1),
		PersonID: api.Given(params.Person), Kind: audit.Kind(api.Given(params.Kind)),
	}
	if filter.Until.IsZero() {
		filter.Until = now.Add(time.Minute) // includes events whose clock is ahead
	}
	if filter.From.IsZero() {
		filter.From = filter.Until.AddDate(0, 0, -defaultDays)
	}
	if earliest := now.AddDate(0, 0, -audit.MaxRetentionDays); filter.From.Before(earliest) {
		filter.From = earliest
	}
	if len(filter.PersonID) > maxPersonID {
		errs.Add("person", "field.format")
	}
	if filter.Kind != "" && !slices.Contains(audit.Kinds(), filter.Kind) {
		errs.Add("kind", "field.choice")
	}
	position := cursor.Decode(&errs, api.Given(params.Cursor), func(id string) bool {
		_, err := ulid.ParseStrict(id)
		return err == nil
	})
	return filter, position, errs.Err()
}

// dayOf returns the start of a date, such as 2026-11-30, or of a day after it. It returns the zero time without a date.
func dayOf(errs *fault.FieldErrors, name string, date *string, location *time.Location, after int) time.Time {
	if date == nil || *date == "" {
		return time.Time{}
	}
	day, err := time.ParseInLocation(time.DateOnly, *date, location)
	if err != nil || day.Year() < 2000 || day.Year() > 9998 {
		errs.Add(name, "field.date")
		return time.Time{}
	}
	return day.AddDate(0, 0, after)
}

func peopleOf(events []audit.Event) []string {
	var ids []string
	for _, event := range events {
		for _, id := range []string{event.ActorID, event.PersonID} {
			if id != "" {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func eventOf(e audit.Event, people map[string]account.Person) api.AuditEvent {
	shown := api.AuditEvent{
		Id: e.ID, At: e.At, Kind: string(e.Kind), Outcome: api.AuditOutcome(e.Outcome), Actor: personOf(e.ActorID, people), Person: personOf(e.PersonID, people),
		Address: api.Optional(e.Address), Object: api.Optional(e.Object), Changes: make([]api.AuditChange, 0, len(e.Changes)),
	}
	for _, change := range e.Changes {
		shown.Changes = append(shown.Changes, api.AuditChange{Field: change.Field, Before: api.Optional(change.Before), After: api.Optional(change.After)})
	}
	return shown
}

func personOf(id string, people map[string]account.Person) *api.AuditPerson {
	if id == "" {
		return nil
	}
	return &api.AuditPerson{Id: id, Name: people[id].Name}
}
