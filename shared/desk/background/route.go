// Package background has the use cases that no person waits for: what follows from the stream, the mail queue and the clock.
package background

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/desk/assignment"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/search"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
	"mesa/shared/platform/observe"
)

// Desk knows what the desk is made of and who works at it.
type Desk interface {
	Desk(ctx context.Context) (settings.Desk, error)
	Staff(ctx context.Context) ([]account.Person, error)
	RoutingRules(ctx context.Context) (routing.Rules, error)
}

// Acts reads tickets and keeps acts.
type Acts interface {
	Thread(ctx context.Context, number ticket.Number) (ticket.Ticket, []ticket.Entry, error)
	Save(ctx context.Context, act ticket.Act) error
}

// Index keeps what the lists' counters and the search know of tickets.
type Index interface {
	// Index brings counters and postings from what was indexed of a ticket to what it is now. It does nothing when that,
	// or something later, is indexed already, so it may be called any number of times. days is the zone in whose days the
	// tickets that are due are counted.
	Index(ctx context.Context, n int64, t ticket.Ticket, document search.Document, days *time.Location) error
}

// Route follows every change of a ticket: it gives to an agent what waits for it, new or of another topic (D1), and keeps counters and search index true (C1, C2).
type Route struct {
	Desk  Desk
	Acts  Acts
	Loads assignment.Loads
	Index Index
	// Mentions keeps whom notes mention.
	Mentions ticket.Mentions
	Clock    clock.Clock
}

// Handle routes and indexes the tickets that a batch of the stream tells of, each once, as they are by now.
func (r Route) Handle(ctx context.Context, images []ticket.Image) error {
	seen := make(map[ticket.Number]bool, len(images))
	for _, image := range images {
		if image.Number == "" || seen[image.Number] {
			continue
		}
		seen[image.Number] = true
		if err := r.follow(ctx, image.Number, newIn(images, image.Number)); err != nil {
			return fmt.Errorf("route %s: %w", image.Number, err)
		}
	}
	return nil
}

// newIn are the entries of a ticket that a batch tells of.
func newIn(images []ticket.Image, number ticket.Number) []ticket.Entry {
	var entries []ticket.Entry
	for _, image := range images {
		if image.Number == number && image.Entry != nil {
			entries = append(entries, *image.Entry)
		}
	}
	return entries
}

func (r Route) follow(ctx context.Context, number ticket.Number, news []ticket.Entry) error {
	desk, err := r.Desk.Desk(ctx)
	if err != nil {
		return err
	}
	t, entries, err := r.Acts.Thread(ctx, number)
	if fault.Is(err, fault.NotFound) {
		return nil // a record of the stream outlived its ticket
	}
	if err != nil {
		return err
	}
	if t.Unrouted && !t.Status.Attended() {
		if t, err = r.assign(ctx, desk, t); err != nil {
			return err
		}
	}
	n, ok := desk.Numbering.Parse(number)
	if !ok {
		return fmt.Errorf("number %q is not of the desk's numbering", number)
	}
	if err := r.Index.Index(ctx, n, t, Document(t, entries), zone.First(desk.TimeZone)); err != nil {
		return err
	}
	return r.mention(ctx, t, news)
}

// excerpt of a note is what a mention shows of it, in characters.
const excerpt = 160

// mention puts a note before those whom it mentions; not before who wrote it.
func (r Route) mention(ctx context.Context, t ticket.Ticket, news []ticket.Entry) error {
	for _, entry := range news {
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

// assign puts the ticket where the rules say. Whoever came first keeps it.
func (r Route) assign(ctx context.Context, desk settings.Desk, t ticket.Ticket) (ticket.Ticket, error) {
	outcome, err := r.decide(ctx, desk, t)
	if err != nil {
		return t, err
	}
	after, entry, err := ticket.Route(t, outcome.Assignment(), outcome.Why, ticket.Write{ID: ulid.Make().String(), At: r.Clock.Now()})
	if err != nil {
		return t, err
	}
	err = r.Acts.Save(ctx, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(desk.Policy())})
	if errors.Is(err, ticket.ErrStale) {
		return t, nil // its change is in the stream, and brings us back
	}
	return after, err
}

func (r Route) decide(ctx context.Context, desk settings.Desk, t ticket.Ticket) (assignment.Outcome, error) {
	var (
		staff []account.Person
		rules routing.Rules
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			staff, err = r.Desk.Staff(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			rules, err = r.Desk.RoutingRules(ctx)
			return err
		},
	)
	if err != nil {
		return assignment.Outcome{}, err
	}
	topic, known := desk.Topic(t.Topic.ID)
	if !known {
		topic = settings.Topic{ID: t.Topic.ID, Name: settings.Text{Spanish: t.Topic.Name}}
	}
	topic.DepartmentID = t.Department.ID // where it is by now
	facts := routing.Facts{TopicID: t.Topic.ID, Entity: t.Entity, OrganizationID: t.Requester.Organization.ID, Subject: t.Subject}
	return assignment.Decide(ctx, desk, staff, rules, r.Loads, topic, facts, desk.Today(r.Clock.Now()))
}

// Document is what a ticket can be found by: subject, requester, and what was said to and by them. Notes are not in it.
func Document(t ticket.Ticket, entries []ticket.Entry) search.Document {
	texts := []string{t.Subject, t.Requester.Name}
	for _, answer := range t.Fields {
		if answer.Kind == field.Text || answer.Kind == field.LongText {
			texts = append(texts, answer.Value)
		}
	}
	for _, entry := range entries {
		if entry.Kind == ticket.MessageEntry || entry.Kind == ticket.ResponseEntry {
			texts = append(texts, plaintext.FromHTML(entry.Body))
		}
	}
	document := search.NewDocument(texts...)
	document.Terms = append(document.Terms, search.Term{Key: ticket.StatusTerm(t.Status)})
	return document
}
