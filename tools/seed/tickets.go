package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/account"
	"mesa/shared/locale"
	"mesa/shared/richtext"
	"mesa/shared/routing"
	"mesa/shared/settings"
	"mesa/shared/store"
	"mesa/shared/ticket"
	"mesa/shared/zone"
)

// history is a ticket in the making: every act goes through the domain, at the instant it would have happened.
type history struct {
	desk    settings.Desk
	people  map[string]account.Person
	ticket  ticket.Ticket
	entries []ticket.Entry
	at      time.Time
	chance  *rand.Rand
	err     error
}

// settledBefore is how old the last entry of the demo's tickets is at least: what is older than a day is not announced.
const settledBefore = 26 * time.Hour

// addTickets adds the demo's tickets that aren't there yet, as they would stand at an instant.
func addTickets(ctx context.Context, table *store.Table, now time.Time) error {
	made, open, turns := desk(), map[string]int{}, map[string]uint64{}
	all := stories()
	for i, told := range all {
		h := newHistory(made, made.Numbering.Format(firstNumber-int64(len(all)-i)), told, startOf(now, told.daysAgo, i))
		h.tell(told, open, turns)
		h.settle(now.Add(-settledBefore))
		if h.err != nil {
			return fmt.Errorf("%s: %w", told.subject, h.err)
		}
		if err := table.Import(ctx, h.ticket, h.ticket.Alarm(made.Policy()), h.entries); err != nil && !errors.Is(err, store.ErrTaken) {
			return fmt.Errorf("%s: %w", h.ticket.Number, err)
		}
	}
	return nil
}

// startOf is a working hour so many days ago.
func startOf(now time.Time, daysAgo, i int) time.Time {
	in := zone.OrDefault(zone.Default)
	day := now.In(in).AddDate(0, 0, -daysAgo)
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 9+i%5, (i*17)%60, (i*7)%60, 0, in).UTC()
}

func newHistory(made settings.Desk, number ticket.Number, told story, at time.Time) *history {
	h := &history{desk: made, people: map[string]account.Person{}, at: at, chance: rand.New(rand.NewPCG(uint64(at.Unix()), uint64(told.daysAgo)))}
	for _, person := range people() {
		h.people[person.ID] = person
	}
	topic, _ := made.Topic(told.topic)
	department, _ := made.Department(topic.DepartmentID)
	by := h.people[told.by]
	first, entry := ticket.Create(ticket.New{
		Number: number, Subject: told.subject, Entity: entityOf(told, by.Entity),
		Topic:      ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}, by, made.Policy(), h.write(0, told.detail))
	h.took(first, entry, nil)
	return h
}

// write is what is written some time after the last entry.
func (h *history) write(later time.Duration, text string) ticket.Write {
	h.at = h.at.Add(later)
	entropy := make([]byte, 10)
	for i := range entropy {
		entropy[i] = byte(h.chance.UintN(256))
	}
	id := ulid.ULID{}
	h.err = errors.Join(h.err, id.SetTime(ulid.Timestamp(h.at)), id.SetEntropy(entropy))
	body := ""
	if text != "" {
		body = richtext.Sanitize("<p>" + text + "</p>")
	}
	return ticket.Write{ID: id.String(), Body: body, At: h.at}
}

func (h *history) took(next ticket.Ticket, entry ticket.Entry, err error) {
	if err != nil {
		h.err = errors.Join(h.err, err)
		return
	}
	h.ticket, h.entries = next, append(h.entries, entry)
}

func (h *history) agent() account.Person { return h.people[h.ticket.Assignee.ID] }

// after is what the requester's last word makes of the ticket.
var after = map[plot]ticket.Status{reopened: ticket.Open}

// tell goes through the acts of a plot.
func (h *history) tell(s story, open map[string]int, turns map[string]uint64) {
	h.route(s, open, turns)
	if s.plot == fresh || s.plot == orphan {
		return
	}
	policy, by := h.desk.Policy(), h.people[s.by]
	h.took(ticket.Update(h.ticket, h.agent(), ticket.Edit{Priority: &s.priority}, policy, h.write(25*time.Minute, "")))
	switch s.plot {
	case working:
		h.took(ticket.Annotate(h.ticket, h.agent(), "", policy, h.write(70*time.Minute, s.word)))
	case asked, replied:
		question := h.write(40*time.Minute, s.word)
		question.Wait = ticket.Wait{For: ticket.AwaitsRequester, Reason: "lo que se le pregunta en la última respuesta"}
		h.took(ticket.Respond(h.ticket, h.agent(), ticket.Waiting, policy, question))
		if s.plot == replied {
			h.took(ticket.Comment(h.ticket, by, "", policy, h.write(3*time.Hour, s.back)))
		}
	default: // resolved, thanked, reopened
		h.took(ticket.Respond(h.ticket, h.agent(), ticket.Resolved, policy, h.write(2*time.Hour+10*time.Minute, s.word)))
		if s.plot != resolved {
			h.took(ticket.Comment(h.ticket, by, after[s.plot], policy, h.write(50*time.Minute, s.back)))
		}
		if s.plot == thanked {
			h.took(ticket.Rate(h.ticket, by, ticket.BestScore-s.daysAgo%2, "", policy, h.write(10*time.Minute, "")))
		}
	}
	if !h.ticket.Status.Attended() {
		open[h.ticket.Assignee.ID]++
	}
}

// route gives the ticket to whom the desk's own rules give it; nobody is there for an orphan.
func (h *history) route(s story, open map[string]int, turns map[string]uint64) {
	topic, _ := h.desk.Topic(s.topic)
	agents, all := map[string]routing.Agent{}, make([]account.Person, 0, len(h.people))
	for _, person := range people() {
		if !person.Role.IsStaff() {
			continue
		}
		all = append(all, person)
		if person.Role == account.Agent {
			agents[person.ID] = routing.Agent{ID: person.ID, Name: person.Name, Away: person.Away || s.plot == orphan, Open: open[person.ID]}
		}
	}
	decided := routing.Route(h.desk.RoutingOf(topic, all), agents, turns[s.topic])
	turns[s.topic]++
	reason := ticket.Reason{Key: decided.Reason.Key, Args: decided.Reason.Args}
	to := ticket.Ref{ID: decided.Assignee.ID, Name: decided.Assignee.Name}
	h.took(ticket.Route(h.ticket, to, reason, h.write(3*time.Second, "")))
}

// settle does what the desk's clock would have done until an instant: warnings, notices, Cerrado.
func (h *history) settle(until time.Time) {
	policy := h.desk.Policy()
	for h.err == nil {
		alarm := h.ticket.Alarm(policy)
		if alarm.Kind == ticket.NoAlarm || alarm.At.After(until) {
			return
		}
		later := max(0, alarm.At.Sub(h.at)) + time.Minute
		if alarm.Kind == ticket.CloseAlarm {
			h.took(ticket.Expire(h.ticket, policy, h.write(later, "")))
		} else {
			h.took(ticket.Warn(h.ticket, policy, h.write(later, "")))
		}
	}
}
