package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
	"mesa/tools/demo"
	"mesa/tools/history"
)

// ticketScript is the ticket of a story with its history so far.
type ticketScript struct {
	*history.History
	config settings.Configuration
	people map[string]account.Person
}

// minAge is the minimum age of the last entry of a demo ticket. Entries older than a day cause no mails.
const minAge = 26 * time.Hour

// addTickets adds missing demo tickets, in the state that they would have at the time now.
func addTickets(ctx context.Context, db stores.Stores, now time.Time) error {
	demo, open, turns := desk(), map[string]int{}, map[string]uint64{}
	all := stories()
	for i, story := range all {
		h := openStory(demo, demo.Numbering.Format(firstNumber-int64(len(all)-i)), story, openingTime(now, story.daysAgo, i))
		h.run(story, open, turns)
		h.RunAlarms(now.Add(-minAge))
		if h.Err != nil {
			return fmt.Errorf("%s: %w", story.subject, h.Err)
		}
		if err := db.Tickets.Import(ctx, h.Ticket, h.Ticket.Alarm(demo.Policy()), h.Entries); err != nil && !errors.Is(err, table.ErrConflict) {
			return fmt.Errorf("%s: %w", h.Ticket.Number, err)
		}
	}
	return nil
}

// openingTime returns a time in business hours daysAgo days ago, or on the Friday before if that day is on a weekend.
func openingTime(now time.Time, daysAgo, i int) time.Time {
	timeZone := zone.FirstKnown(demo.TimeZone)
	day := now.In(timeZone).AddDate(0, 0, -daysAgo)
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 9+i%5, (i*17)%60, (i*7)%60, 0, timeZone).UTC()
}

func openStory(demo settings.Configuration, number ticket.Number, s story, openedAt time.Time) *ticketScript {
	h := &ticketScript{config: demo, people: map[string]account.Person{}}
	for _, person := range people() {
		h.people[person.ID] = person
	}
	topic, _ := demo.Topic(s.topic)
	department, _ := demo.Department(topic.DepartmentID)
	by := h.people[s.by]
	h.History = history.Open(ticket.NewTicket{
		Number: number, Subject: s.subject, Entity: entityOf(s, by.Entity),
		Topic:      ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}, by, s.detail, demo.Policy(), openedAt, uint64(s.daysAgo))
	return h
}

func (h *ticketScript) agent() account.Person { return h.people[h.Ticket.Assignee.ID] }

// statusAfterReply maps plots to the status that the requester's last message sets.
var statusAfterReply = map[plot]ticket.Status{reopened: ticket.Open}

// run performs the acts of a story's plot. It also updates the numbers of the agents' open tickets and the round robin turns.
func (h *ticketScript) run(s story, open map[string]int, turns map[string]uint64) {
	h.route(s, open, turns)
	if s.plot == fresh || s.plot == unassigned {
		return
	}
	policy, by := h.config.Policy(), h.people[s.by]
	h.Apply(ticket.Update(h.Ticket, h.agent(), ticket.Edit{Priority: &s.priority}, policy, h.Write(25*time.Minute, "")))
	switch s.plot {
	case working:
		h.Apply(ticket.AddNote(h.Ticket, h.agent(), "", policy, h.Write(70*time.Minute, s.agentText)))
	case waiting, replied:
		question := h.Write(40*time.Minute, s.agentText)
		question.Wait = ticket.Wait{For: ticket.AwaitsRequester, Reason: "lo que se le pregunta en la última respuesta"}
		h.Apply(ticket.AddResponse(h.Ticket, h.agent(), ticket.Waiting, policy, question))
		if s.plot == replied {
			h.Apply(ticket.AddMessage(h.Ticket, by, "", policy, h.Write(3*time.Hour, s.requesterText)))
		}
	default: // resolved, rated, reopened
		h.Apply(ticket.AddResponse(h.Ticket, h.agent(), ticket.Resolved, policy, h.Write(2*time.Hour+10*time.Minute, s.agentText)))
		if s.plot != resolved {
			h.Apply(ticket.AddMessage(h.Ticket, by, statusAfterReply[s.plot], policy, h.Write(50*time.Minute, s.requesterText)))
		}
		if s.plot == rated {
			h.Apply(ticket.Rate(h.Ticket, by, ticket.BestScore-s.daysAgo%2, "", policy, h.Write(10*time.Minute, "")))
		}
	}
	if !h.Ticket.Status.Attended() {
		open[h.Ticket.Assignee.ID]++
	}
}

// route assigns the ticket as its topic specifies; the demo has no routing rules. For the plot unassigned, every agent is away.
func (h *ticketScript) route(s story, open map[string]int, turns map[string]uint64) {
	topic, _ := h.config.Topic(s.topic)
	agents, all := map[string]routing.Agent{}, make([]account.Person, 0, len(h.people))
	for _, person := range people() {
		if !person.Role.IsStaff() {
			continue
		}
		all = append(all, person)
		if person.Role == account.Agent {
			agents[person.ID] = routing.Agent{ID: person.ID, Name: person.Name, Away: person.Away || s.plot == unassigned, Open: open[person.ID]}
		}
	}
	plan, department := h.config.PlanOf(topic, nil, all)
	decided := routing.Decide(plan, agents, turns[s.topic])
	turns[s.topic]++
	to := ticket.Assignment{
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
		Assignee:   ticket.Ref{ID: decided.Assignee.ID, Name: decided.Assignee.Name},
	}
	h.Apply(ticket.Route(h.Ticket, to, decided.Explanation, h.Write(3*time.Second, "")))
}
