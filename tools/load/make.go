package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"mesa/shared/adapter/store"
	"mesa/shared/desk/background"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/tools/history"
)

const (
	// settledBefore is how old the last entry of a loaded ticket is at least: what is older than a day is not announced.
	settledBefore = 26 * time.Hour
	// span is how far back tickets go: some years of a desk.
	span = 3 * 365 * 24 * time.Hour
	// rareEach is every how many of the newest tickets one says rareWord, and rareTickets how many of them do.
	rareWord, rareEach, rareTickets = "zebra", 97, 5
)

// maker makes the tickets of a desk, each as far as it has come: of twenty, two are new, one is unassigned, two are being
// worked on, two wait, two are resolved and eleven are closed.
type maker struct {
	desk       settings.Desk
	agents     map[string][]account.Person // by department
	requesters []account.Person
	now        time.Time
	// brief leaves out the longer texts: most of what a ticket writes is its words in the search index.
	brief bool
}

func newMaker(desk settings.Desk, staff, requesters []account.Person, now time.Time) maker {
	m := maker{desk: desk, agents: make(map[string][]account.Person), requesters: requesters, now: now}
	for _, one := range staff {
		if one.Role == account.Agent && !one.Away && !one.Disabled {
			for _, department := range one.Departments {
				m.agents[department] = append(m.agents[department], one)
			}
		}
	}
	return m
}

// make is the ticket at a position, from 0, the newest, to the oldest. The same position gives the same ticket.
func (m maker) make(at int, n int64) (store.Past, error) {
	chance := rand.New(rand.NewPCG(uint64(at), 7))
	topics := m.desk.Offered()
	topic := topics[at%len(topics)]
	department, _ := m.desk.Department(topic.DepartmentID)
	by := m.requesters[requesterAt(at, len(m.requesters))]
	opened := ticket.New{
		Number: m.desk.Numbering.Format(n), Subject: m.subject(at, chance), Entity: by.Entity,
		Topic:      ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)},
		Department: ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)},
	}
	told := told{
		maker: m, by: by, stage: stages[at/len(topics)%len(stages)],
		History: history.Open(opened, by, m.text(details, chance), m.desk.Policy(), m.openedAt(at), uint64(at)),
	}
	told.tell(m.agents[topic.DepartmentID], at/len(topics), chance)
	told.Settle(m.now.Add(-settledBefore))
	if told.Err != nil {
		return store.Past{}, fmt.Errorf("%s: %w", opened.Number, told.Err)
	}
	return store.Past{
		Ticket: told.Ticket, Alarm: told.Ticket.Alarm(m.desk.Policy()), Entries: told.Entries, N: n,
		Document: background.Document(told.Ticket, told.Entries),
	}, nil
}

// requesterAt gives the first requester every third ticket, and the others the rest in turn: some write a lot.
func requesterAt(at, of int) int {
	if at%3 == 0 || of == 1 {
		return 0
	}
	return 1 + at%(of-1)
}

// openedAt spreads tickets evenly, so that the newest are as near to now at every size.
func (m maker) openedAt(at int) time.Time {
	step := span / 100_000
	return m.now.Add(-settledBefore - 10*24*time.Hour - time.Duration(at)*step).Truncate(time.Second)
}

func (m maker) subject(at int, chance *rand.Rand) string {
	words := problems[chance.IntN(len(problems))]
	if m.brief {
		words = words[strings.LastIndex(words, " ")+1:]
	} else {
		words += " " + places[chance.IntN(len(places))]
	}
	if at%rareEach == 0 && at/rareEach < rareTickets {
		words += " " + rareWord
	}
	return words
}

func (m maker) text(from []string, chance *rand.Rand) string {
	text := from[chance.IntN(len(from))]
	if m.brief {
		text, _, _ = strings.Cut(text, " ")
	}
	return text
}

// stage is how far a ticket has come.
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

// told is a ticket in the making.
type told struct {
	*history.History
	maker maker
	by    account.Person
	stage stage
}

// tell goes through the acts up to the ticket's stage.
func (t told) tell(agents []account.Person, turn int, chance *rand.Rand) {
	if t.stage == unassigned || len(agents) == 0 {
		reason := ticket.Reason{Key: "routing.unassigned", Args: []string{t.Ticket.Department.Name}}
		t.Took(ticket.Route(t.Ticket, ticket.Place{Department: t.Ticket.Department}, reason, t.Write(3*time.Second, "")))
		return
	}
	agent := agents[turn%len(agents)]
	reason := ticket.Reason{Key: "routing.round-robin", Args: []string{agent.Name, t.Ticket.Topic.Name}}
	to := ticket.Place{Department: t.Ticket.Department, Assignee: ticket.Ref{ID: agent.ID, Name: agent.Name}}
	t.Took(ticket.Route(t.Ticket, to, reason, t.Write(3*time.Second, "")))
	if t.stage == fresh {
		return
	}
	policy, m := t.maker.desk.Policy(), t.maker
	priority := []ticket.Priority{ticket.High, ticket.Medium, ticket.Low}[chance.IntN(3)]
	t.Took(ticket.Update(t.Ticket, agent, ticket.Edit{Priority: &priority}, policy, t.Write(25*time.Minute, "")))
	switch t.stage {
	case working:
		t.Took(ticket.Annotate(t.Ticket, agent, "", policy, t.Write(70*time.Minute, m.text(questions, chance))))
	case waiting:
		question := t.Write(40*time.Minute, m.text(questions, chance))
		question.Wait = ticket.Wait{For: ticket.AwaitsRequester, Reason: "lo que se pregunta"}
		t.Took(ticket.Respond(t.Ticket, agent, ticket.Waiting, policy, question))
	default: // resolved, closed
		t.Took(ticket.Respond(t.Ticket, agent, ticket.Resolved, policy, t.Write(130*time.Minute, m.text(answers, chance))))
		if t.stage == resolved {
			t.Took(ticket.Comment(t.Ticket, t.by, "", policy, t.Write(50*time.Minute, m.text(replies, chance))))
			return
		}
		status := ticket.Closed
		t.Took(ticket.Update(t.Ticket, agent, ticket.Edit{Status: &status}, policy, t.Write(24*time.Hour, "")))
	}
}
