package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"mesa/test/running"
)

const (
	// soloRuns is the number of runs of each step by a single user, runsPerUser the number by each concurrent user.
	soloRuns, runsPerUser = 20, 10
	// users is the number of concurrent users.
	users = 8
)

// step is one user action, with the results of the same measurement of osTicket 1.18.1 on 2 cores (PHP 8.2, MariaDB, nginx).
type step struct {
	name string
	// osTicketMS is the median in milliseconds with one user, osTicketRate the steps per second with eight users. 0 means not
	// measured.
	osTicketMS, osTicketRate float64
	do                       func(context.Context, *seat) error
}

// seat holds a signed-in requester, a signed-in agent and one ticket.
type seat struct {
	stack            *running.Stack
	requester, agent *running.Visitor
	number           string
	// signsIn is a different person in each seat, because concurrent sign-ins with the same login wait for each other (A7).
	signsIn running.Credentials
}

var everyStep = []step{
	{"sign in", 35, 29, func(ctx context.Context, s *seat) error {
		_, err := s.stack.SignIn(s.signsIn)
		return err
	}},
	{"open a ticket", 100, 12, by((*seat).open)},
	{"requester's list", 38, 63, get((*seat).asRequester, "/tickets?status=all")},
	{"requester's view", 35, 56, by((*seat).view)},
	{"requester's reply", 54, 20, by((*seat).reply)},
	{"agent's queue", 92, 12, get((*seat).asAgent, "/tickets?queue=open")},
	{"agent's view", 71, 19, by((*seat).agentView)},
	{"agent's response and Atendido", 169, 4, by((*seat).resolve)},
	{"search of a number", 42, 0, get((*seat).asRequester, "/tickets?q=3445&status=all")},
	{"search of a common word, agent", 68, 0, get((*seat).asAgent, "/tickets?q=formato")},
}

func (s *seat) do(ctx context.Context, who *running.Visitor, method, path string, body any, status int, into any) error {
	response, err := who.Do(ctx, method, path, body, "Idempotency-Key", rand.Text())
	if err != nil {
		return err
	}
	if response.Status != status {
		return fmt.Errorf("%s %s: %d %s", method, path, response.Status, response.Body)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(response.Body, into)
}

// by converts a method of seat to a step's function.
func by(act func(*seat, context.Context) error) func(context.Context, *seat) error {
	return func(ctx context.Context, s *seat) error { return act(s, ctx) }
}

func (s *seat) asRequester() *running.Visitor { return s.requester }
func (s *seat) asAgent() *running.Visitor     { return s.agent }

func get(who func(*seat) *running.Visitor, path string) func(context.Context, *seat) error {
	return func(ctx context.Context, s *seat) error {
		return s.do(ctx, who(s), http.MethodGet, path, nil, http.StatusOK, nil)
	}
}

func (s *seat) open(ctx context.Context) error {
	var created struct{ Number string }
	body := map[string]any{"topicId": "sisai", "subject": "Medición del formato", "detail": "<p>" + text1KB + "</p>", "entity": "FEDERACION"}
	if err := s.do(ctx, s.requester, http.MethodPost, "/tickets", body, http.StatusCreated, &created); err != nil {
		return err
	}
	s.number = created.Number
	return nil
}

func (s *seat) view(ctx context.Context) error {
	return s.do(ctx, s.requester, http.MethodGet, "/tickets/"+s.number, nil, http.StatusOK, nil)
}

func (s *seat) agentView(ctx context.Context) error {
	return s.do(ctx, s.agent, http.MethodGet, "/tickets/"+s.number, nil, http.StatusOK, nil)
}

func (s *seat) reply(ctx context.Context) error {
	return s.do(ctx, s.requester, http.MethodPost, "/tickets/"+s.number+"/entries", map[string]any{"kind": "message", "body": "<p>Aquí sigue.</p>"}, http.StatusCreated, nil)
}

// resolve responds to the latest version and sets Atendido. It retries if route changes the ticket in the meantime.
func (s *seat) resolve(ctx context.Context) error {
	var err error
	for range 5 {
		var now struct {
			Version int64
			Status  string
		}
		if err = s.do(ctx, s.agent, http.MethodGet, "/tickets/"+s.number, nil, http.StatusOK, &now); err != nil {
			return err
		}
		body := map[string]any{"kind": "response", "body": "<p>Atendido.</p>", "status": "resolved", "version": now.Version}
		if now.Status == "resolved" {
			delete(body, "status")
		}
		if err = s.do(ctx, s.agent, http.MethodPost, "/tickets/"+s.number+"/entries", body, http.StatusCreated, nil); err == nil {
			return nil
		}
	}
	return err
}

// steps measures the time of each step with one user, and the steps per second with eight.
func steps(ctx context.Context, b *bench) error {
	seats := make([]*seat, users)
	for i := range seats {
		requester, err := b.stack.SignIn(b.stack.DemoPerson("usuario.mesa"))
		if err != nil {
			return err
		}
		agent, err := b.stack.SignIn(b.stack.DemoPerson("sofia.supervisora"))
		if err != nil {
			return err
		}
		seats[i] = &seat{stack: b.stack, requester: requester, agent: agent, signsIn: b.stack.People[i]}
		if err := seats[i].open(ctx); err != nil {
			return err
		}
	}
	for _, step := range everyStep {
		var durations []time.Duration
		for range soloRuns {
			started := time.Now()
			if err := step.do(ctx, seats[0]); err != nil {
				return fmt.Errorf("%s: %w", step.name, err)
			}
			durations = append(durations, time.Since(started))
		}
		started := time.Now()
		if err := concurrently(seats, func(s *seat) error { return step.do(ctx, s) }); err != nil {
			return fmt.Errorf("%s, %d concurrent users: %w", step.name, users, err)
		}
		rate := float64(users*runsPerUser) / time.Since(started).Seconds()
		osTicket := fmt.Sprintf("osTicket: %s ms", number(step.osTicketMS))
		if step.osTicketRate > 0 {
			osTicket += fmt.Sprintf(", %s/s", number(step.osTicketRate))
		}
		measured := fmt.Sprintf("%s ms, %s/s", number(milliseconds(median(durations))), number(rate))
		b.compare(fmt.Sprintf("Steps through the emulator: median time with 1 user, steps per second with %d users, compared with osTicket", users), step.name, measured, osTicket)
	}
	return nil
}

// concurrently runs a step in all seats at the same time, runsPerUser times in each.
func concurrently(seats []*seat, do func(*seat) error) error {
	var wait sync.WaitGroup
	errs := make([]error, len(seats))
	for i, s := range seats {
		wait.Go(func() {
			for range runsPerUser {
				if errs[i] = do(s); errs[i] != nil {
					return
				}
			}
		})
	}
	wait.Wait()
	return errors.Join(errs...)
}
