package tickets_test

import (
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/api"
	"mesa/shared/desk/background"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
)

// loadTickets stores n tickets, one per hour, which are assigned to ana. It stores in batches what create-ticket and route would
// store one by one, so that hundreds of tickets take seconds.
func (r *rig) loadTickets(person account.Person, n int, change func(*api.NewTicket)) []string {
	r.Helper()
	config, err := r.Table.Settings.Configuration(r.Context())
	r.requireNoError(err)
	first, err := r.Table.Tickets.TakeNumbers(r.Context(), config.FirstNumber, int64(n))
	r.requireNoError(err)
	body := newTicketBody(change)
	topic, _ := config.Topic(body.TopicId)
	department, _ := config.Department(topic.DepartmentID)
	policy := settingstest.Mexico().Policy()
	write := func(text string) ticket.Write {
		at := r.clock.Clock().Now()
		return ticket.Write{ID: ulid.MustNew(ulid.Timestamp(at), ulid.DefaultEntropy()).String(), Body: text, At: at}
	}
	var numbers []string
	var histories []indexstore.TicketHistory
	for i := range int64(n) {
		r.clock.Advance(time.Hour)
		opened, message := ticket.Create(ticket.NewTicket{
			Number: config.Numbering.Format(first + i), Subject: body.Subject, Entity: body.Entity,
			Topic:      ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
			Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
		}, person, policy, write(body.Detail))
		routed, assignment, err := ticket.Route(opened, ticket.Assignment{Department: opened.Department, Assignee: ticket.Ref{ID: ana.ID, Name: ana.Name}},
			routing.Explanation{Outcome: routing.ByLeastLoaded, Plan: topic.ID, Agent: ana.Name}, write(""))
		r.requireNoError(err)
		entries := []ticket.Entry{message, assignment}
		numbers = append(numbers, string(routed.Number))
		histories = append(histories, indexstore.TicketHistory{
			Ticket: routed, Alarm: routed.Alarm(policy), Entries: entries, N: first + i, Terms: background.SearchTerms(routed, entries, nil),
		})
	}
	r.requireNoError(r.Table.Index.Load(r.Context(), histories, zone.FirstKnown(config.TimeZone)))
	return numbers
}

func (r *rig) requireNoError(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}
