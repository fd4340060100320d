package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mesa/shared/adapter/store"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
	"mesa/tools/history"
)

// telling is a story's ticket in the making.
type telling struct {
	*history.History
	desk   settings.Desk
	people map[string]account.Person
}

// settledBefore is how old the last entry of the demo's tickets is at least: what is older than a day is not announced.
const settledBefore = 26 * time.Hour

// addTickets adds the demo's tickets that aren't there yet, as they would stand at an instant.
func addTickets(ctx context.Context, table *store.Table, now time.Time) error {
	made, open, turns := desk(), map[string]int{}, map[string]uint64{}
	all := stories()
	for i, told := range all {
		h := begin(made, made.Numbering.Format(firstNumber-int64(len(all)-i)), told, startOf(now, told.daysAgo, i))
		h.tell(told, open, turns)
		h.Settle(now.Add(-settledBefore))
		if h.Err != nil {
			return fmt.Errorf("%s: %w", told.subject, h.Err)
		}
		if err := table.Import(ctx, h.Ticket, h.Ticket.Alarm(made.Policy()), h.Entries); err != nil && !errors.Is(err, store.ErrTaken) {
			return fmt.Errorf("%s: %w", h.Ticket.Number, err)
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

func begin(made settings.Desk, number ticket.Number, told story, at time.Time) *telling {
	h := &telling{desk: made, people: map[string]account.Person{}}
	for _, person := range people() {
		h.people[person.ID] = person
	}
	topic, _ := made.Topic(told.topic)
	department, _ := made.Department(topic.DepartmentID)
	by := h.people[told.by]
	h.History = history.Open(ticket.New{
		Number: number, Subject: told.subject, Entity: entityOf(told, by.Entity),
		Topic:      ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}, by, told.detail, made.Policy(), at, uint64(told.daysAgo))
	return h
}

func (h *telling) agent() account.Person { return h.people[h.Ticket.Assignee.ID] }

// after is what the requester's last word makes of the ticket.
var after = map[plot]ticket.Status{reopened: ticket.Open}

// tell goes through the acts of a plot.
func (h *telling) tell(s story, open map[string]int, turns map[string]uint64) {
	h.route(s, open, turns)
	if s.plot == fresh || s.plot == orphan {
		return
	}
	policy, by := h.desk.Policy(), h.people[s.by]
	h.Took(ticket.Update(h.Ticket, h.agent(), ticket.Edit{Priority: &s.priority}, policy, h.Write(25*time.Minute, "")))
	switch s.plot {
	case working:
		h.Took(ticket.Annotate(h.Ticket, h.agent(), "", policy, h.Write(70*time.Minute, s.word)))
	case asked, replied:
		question := h.Write(40*time.Minute, s.word)
		question.Wait = ticket.Wait{For: ticket.AwaitsRequester, Reason: "lo que se le pregunta en la última respuesta"}
		h.Took(ticket.Respond(h.Ticket, h.agent(), ticket.Waiting, policy, question))
		if s.plot == replied {
			h.Took(ticket.Comment(h.Ticket, by, "", policy, h.Write(3*time.Hour, s.back)))
		}
	default: // resolved, thanked, reopened
		h.Took(ticket.Respond(h.Ticket, h.agent(), ticket.Resolved, policy, h.Write(2*time.Hour+10*time.Minute, s.word)))
		if s.plot != resolved {
			h.Took(ticket.Comment(h.Ticket, by, after[s.plot], policy, h.Write(50*time.Minute, s.back)))
		}
		if s.plot == thanked {
			h.Took(ticket.Rate(h.Ticket, by, ticket.BestScore-s.daysAgo%2, "", policy, h.Write(10*time.Minute, "")))
		}
	}
	if !h.Ticket.Status.Attended() {
		open[h.Ticket.Assignee.ID]++
	}
}

// route gives the ticket to whom the desk's own rules give it; nobody is there for an orphan.
func (h *telling) route(s story, open map[string]int, turns map[string]uint64) {
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
	plan, department := h.desk.PlanOf(topic, nil, all)
	decided := routing.Route(plan, agents, turns[s.topic])
	turns[s.topic]++
	reason := ticket.Reason{Key: decided.Reason.Key, Args: decided.Reason.Args}
	to := ticket.Place{
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
		Assignee:   ticket.Ref{ID: decided.Assignee.ID, Name: decided.Assignee.Name},
	}
	h.Took(ticket.Route(h.Ticket, to, reason, h.Write(3*time.Second, "")))
}
