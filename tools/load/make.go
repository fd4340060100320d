package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/desk/background"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/tools/history"
)

const (
	// minAge is the minimum age of the last entry of a loaded ticket. Entries older than a day cause no mails.
	minAge = 26 * time.Hour
	// span is the period over which 100,000 tickets are spread.
	span = 3 * 365 * 24 * time.Hour
	// rareWord occurs in rareTickets of the newest tickets: one of every rareInterval tickets.
	rareWord, rareInterval, rareTickets = "zebra", 97, 5
)

// generator builds tickets. Of every twenty, two are new, one is unassigned, two are being worked on, two wait, two are
// resolved and eleven are closed.
type generator struct {
	config     settings.Configuration
	agents     map[string][]account.Person // by department
	requesters []account.Person
	now        time.Time
	// brief shortens the texts, because most writes for a ticket are its postings in the search index.
	brief bool
}

func newGenerator(config settings.Configuration, staff, requesters []account.Person, now time.Time) generator {
	m := generator{config: config, agents: make(map[string][]account.Person), requesters: requesters, now: now}
	for _, person := range staff {
		if person.Role == account.Agent && !person.Away && !person.Disabled {
			for _, department := range person.Departments {
				m.agents[department] = append(m.agents[department], person)
			}
		}
	}
	return m
}

// build builds the ticket at a position; 0 is the newest. The same position results in the same ticket.
func (m generator) build(position int, n int64) (indexstore.TicketHistory, error) {
	random := rand.New(rand.NewPCG(uint64(position), 7))
	topics := m.config.PublicTopics()
	topic := topics[position%len(topics)]
	department, _ := m.config.Department(topic.DepartmentID)
	by := m.requesters[requesterAt(position, len(m.requesters))]
	opened := ticket.NewTicket{
		Number: m.config.Numbering.Format(n), Subject: m.subject(position, random), Entity: by.Entity,
		Topic:      ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}
	built := ticketScript{
		generator: m, by: by, stage: stages[position/len(topics)%len(stages)],
		History: history.Open(opened, by, m.text(details, random), m.config.Policy(), m.openedAt(position), uint64(position)),
	}
	built.run(m.agents[topic.DepartmentID], position/len(topics), random)
	built.RunAlarms(m.now.Add(-minAge))
	if built.Err != nil {
		return indexstore.TicketHistory{}, fmt.Errorf("%s: %w", opened.Number, built.Err)
	}
	return indexstore.TicketHistory{
		Ticket: built.Ticket, Alarm: built.Ticket.Alarm(m.config.Policy()), Entries: built.Entries, N: n,
		Terms: background.SearchTerms(built.Ticket, built.Entries, nil),
	}, nil
}

// requesterAt returns the index of a ticket's requester. The first requester opens every third ticket; the others take turns.
func requesterAt(position, count int) int {
	if position%3 == 0 || count == 1 {
		return 0
	}
	return 1 + position%(count-1)
}

// openedAt returns the time when a ticket was opened. Tickets are spread evenly. The interval does not depend on the number of
// tickets, so the newest tickets are equally recent at every size.
func (m generator) openedAt(position int) time.Time {
	step := span / 100_000
	return m.now.Add(-minAge - 10*24*time.Hour - time.Duration(position)*step).Truncate(time.Second)
}

func (m generator) subject(position int, random *rand.Rand) string {
	words := problems[random.IntN(len(problems))]
	if m.brief {
		words = words[strings.LastIndex(words, " ")+1:]
	} else {
		words += " " + places[random.IntN(len(places))]
	}
	if position%rareInterval == 0 && position/rareInterval < rareTickets {
		words += " " + rareWord
	}
	return words
}

func (m generator) text(from []string, random *rand.Rand) string {
	text := from[random.IntN(len(from))]
	if m.brief {
		text, _, _ = strings.Cut(text, " ")
	}
	return text
}

// stage is a point in the life of a ticket.
type stage string

const (
	fresh      stage = "fresh"
	unassigned stage = "unassigned"
	working    stage = "working"
	waiting    stage = "waiting"
	resolved   stage = "resolved"
	closed     stage = "closed"
)

var stages = []stage{
	fresh, closed, working, closed, waiting, closed, resolved, closed, closed, unassigned,
	closed, fresh, closed, working, closed, waiting, closed, resolved, closed, closed,
}

// ticketScript is a ticket with its history so far, and the stage to reach.
type ticketScript struct {
	*history.History
	generator generator
	by        account.Person
	stage     stage
}

// run performs the acts until the ticket reaches its stage.
func (t ticketScript) run(agents []account.Person, turn int, random *rand.Rand) {
	if t.stage == unassigned || len(agents) == 0 {
		why := routing.Explanation{Outcome: routing.Nobody, Plan: t.Ticket.Topic.Name, Group: t.Ticket.Department.Name}
		t.Apply(ticket.Route(t.Ticket, ticket.Assignment{Department: t.Ticket.Department}, why, t.Write(3*time.Second, "")))
		return
	}
	agent := agents[turn%len(agents)]
	why := routing.Explanation{Outcome: routing.ByRoundRobin, Plan: t.Ticket.Topic.Name, Agent: agent.Name}
	to := ticket.Assignment{Department: t.Ticket.Department, Assignee: ticket.Ref{ID: agent.ID, Name: agent.Name}}
	t.Apply(ticket.Route(t.Ticket, to, why, t.Write(3*time.Second, "")))
	if t.stage == fresh {
		return
	}
	policy, m := t.generator.config.Policy(), t.generator
	priority := []ticket.Priority{ticket.High, ticket.Medium, ticket.Low}[random.IntN(3)]
	t.Apply(ticket.Update(t.Ticket, agent, ticket.Edit{Priority: &priority}, policy, t.Write(25*time.Minute, "")))
	switch t.stage {
	case working:
		t.Apply(ticket.AddNote(t.Ticket, agent, "", policy, t.Write(70*time.Minute, m.text(questions, random))))
	case waiting:
		question := t.Write(40*time.Minute, m.text(questions, random))
		question.Wait = ticket.Wait{For: ticket.AwaitsRequester, Reason: "lo que se pregunta"}
		t.Apply(ticket.AddResponse(t.Ticket, agent, ticket.Waiting, policy, question))
	default: // resolved, closed
		t.Apply(ticket.AddResponse(t.Ticket, agent, ticket.Resolved, policy, t.Write(130*time.Minute, m.text(responses, random))))
		if t.stage == resolved {
			t.Apply(ticket.AddMessage(t.Ticket, t.by, "", policy, t.Write(50*time.Minute, m.text(replies, random))))
			return
		}
		status := ticket.Closed
		t.Apply(ticket.Update(t.Ticket, agent, ticket.Edit{Status: &status}, policy, t.Write(24*time.Hour, "")))
	}
}
