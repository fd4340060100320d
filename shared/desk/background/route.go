// Package background implements the use cases that the stream or a schedule starts, not a person.
package background

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/desk/assignment"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/search"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
	"mesa/shared/platform/observe"
)

// Settings reads the settings, the staff and the routing rules.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
	Staff(ctx context.Context) ([]account.Person, error)
	RoutingRules(ctx context.Context) (routing.Rules, error)
	// Organizations returns organizations by identifier. The map has no entry for an organization that does not exist.
	Organizations(ctx context.Context, ids ...string) (map[string]account.Organization, error)
}

// Acts reads tickets and stores acts.
type Acts interface {
	Thread(ctx context.Context, number ticket.Number) (ticket.Ticket, []ticket.Entry, error)
	Save(ctx context.Context, act ticket.Act) error
}

// Index stores the counts of lists and the postings of the search index.
type Index interface {
	// Index updates the counts and postings of a ticket. It is idempotent: it does nothing if this version or a later one is
	// already indexed. n is the ticket number without its prefix. terms are the search terms of the ticket. days is the time
	// zone that determines on which day a ticket is due.
	Index(ctx context.Context, n int64, t ticket.Ticket, terms search.Ticket, days *time.Location) error
}

// Route processes every change of a ticket. It assigns unrouted tickets (D1), updates the counts (A3, H1) and the search index
// (C2), and stores mentions (G8).
type Route struct {
	Settings Settings
	Acts     Acts
	Loads    assignment.Loads
	Index    Index
	Mentions ticket.Mentions
	Clock    clock.Clock
}

// Handle processes the tickets in a batch of the stream. Each ticket is processed once, in its current version.
func (r Route) Handle(ctx context.Context, images []ticket.StreamImage) error {
	seen := make(map[ticket.Number]bool, len(images))
	for _, image := range images {
		if image.Number == "" || seen[image.Number] {
			continue
		}
		seen[image.Number] = true
		if err := r.handle(ctx, image.Number, entriesOf(images, image.Number)); err != nil {
			return fmt.Errorf("route %s: %w", image.Number, err)
		}
	}
	return nil
}

// entriesOf returns the entries of a ticket that are in a batch.
func entriesOf(images []ticket.StreamImage, number ticket.Number) []ticket.Entry {
	var entries []ticket.Entry
	for _, image := range images {
		if image.Number == number && image.Entry != nil {
			entries = append(entries, *image.Entry)
		}
	}
	return entries
}

func (r Route) handle(ctx context.Context, number ticket.Number, added []ticket.Entry) error {
	config, err := r.Settings.Configuration(ctx)
	if err != nil {
		return err
	}
	t, entries, err := r.Acts.Thread(ctx, number)
	if fault.Is(err, fault.NotFound) {
		return nil // the ticket was deleted
	}
	if err != nil {
		return err
	}
	if t.Unrouted && !t.Status.Attended() {
		if t, err = r.assign(ctx, config, t); err != nil {
			return err
		}
	}
	if slices.ContainsFunc(added, t.NeedsAgent) {
		if t, err = r.replaceUnavailable(ctx, config, t); err != nil {
			return err
		}
	}
	n, ok := config.Numbering.Parse(number)
	if !ok {
		return fmt.Errorf("number %q does not have the form of the settings", number)
	}
	organizations, err := r.Settings.Organizations(ctx, t.OrganizationIDs()...)
	if err != nil {
		return err
	}
	if err := r.Index.Index(ctx, n, t, SearchTerms(t, entries, organizations), zone.FirstKnown(config.TimeZone)); err != nil {
		return err
	}
	return r.mention(ctx, t, added)
}

// excerpt is the number of characters of a note that a mention shows.
const excerpt = 160

// mention stores the mentions in new notes. Authors who mention themselves are ignored.
func (r Route) mention(ctx context.Context, t ticket.Ticket, added []ticket.Entry) error {
	for _, entry := range added {
		note, _ := ticket.FindEvent[ticket.Noted](entry)
		for _, person := range note.Mentions {
			if person.ID == entry.Author.ID {
				continue
			}
			err := r.Mentions.Mention(ctx, ticket.Mention{
				PersonID: person.ID, Number: t.Number, Subject: t.Subject, Author: entry.Author.Name,
				Excerpt: plaintext.OneLine(entry.Body, excerpt), At: entry.At, Version: entry.Version,
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// assign routes a ticket. It stores nothing if the ticket has changed in the meantime.
func (r Route) assign(ctx context.Context, config settings.Configuration, t ticket.Ticket) (ticket.Ticket, error) {
	outcome, err := r.decide(ctx, config, t, func(routing.Rule) bool { return true })
	if err != nil {
		return t, err
	}
	after, entry, err := ticket.Route(t, outcome.Assignment(), outcome.Explanation, r.write())
	if err != nil {
		return t, err
	}
	err = r.Acts.Save(ctx, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(config.Policy())})
	if errors.Is(err, ticket.ErrStale) {
		return t, nil // the stream also contains the concurrent change, which is processed next
	}
	return after, err
}

// replaceUnavailable assigns a ticket to an available agent, or to nobody if there is none, if its assignee is away, disabled,
// or no longer staff (D1). The ticket stays in its department. It returns ticket.ErrStale if the ticket has changed in the
// meantime; the batch is then retried.
func (r Route) replaceUnavailable(ctx context.Context, config settings.Configuration, t ticket.Ticket) (ticket.Ticket, error) {
	staff, err := r.Settings.Staff(ctx)
	if err != nil || account.IsAvailable(staff, t.Assignee.ID, config.Today(r.Clock.Now())) {
		return t, err
	}
	outcome, err := r.decide(ctx, config, t, func(rule routing.Rule) bool {
		return rule.DepartmentID == "" || rule.DepartmentID == t.Department.ID
	})
	if err != nil {
		return t, err
	}
	to := ticket.Assignment{Department: t.Department, Assignee: outcome.Assignment().Assignee}
	after, entry, err := ticket.ReplaceAssignee(t, to, outcome.Explanation, r.write())
	if err != nil {
		return t, err
	}
	return after, r.Acts.Save(ctx, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(config.Policy())})
}

func (r Route) write() ticket.Write { return ticket.Write{ID: ulid.Make().String(), At: r.Clock.Now()} }

// decide decides to whom a ticket is assigned, with the rules for which the function applies returns true.
func (r Route) decide(ctx context.Context, config settings.Configuration, t ticket.Ticket, applies func(routing.Rule) bool) (assignment.Outcome, error) {
	var (
		staff []account.Person
		rules routing.Rules
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			staff, err = r.Settings.Staff(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			rules, err = r.Settings.RoutingRules(ctx)
			return err
		},
	)
	if err != nil {
		return assignment.Outcome{}, err
	}
	rules.List = slices.DeleteFunc(slices.Clone(rules.List), func(rule routing.Rule) bool { return !applies(rule) })
	topic, known := config.Topic(t.Topic.ID)
	if !known {
		topic = settings.Topic{ID: t.Topic.ID, Name: settings.Text{Spanish: t.Topic.Name}}
	}
	topic.DepartmentID = t.Department.ID // unless a rule moves it, a transferred ticket stays in its department
	facts := routing.Facts{TopicID: t.Topic.ID, Entity: t.Entity, OrganizationID: t.Requester.Organization.ID, Subject: t.Subject}
	return assignment.Decide(ctx, config, staff, rules, r.Loads, topic, facts, config.Today(r.Clock.Now()))
}
