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
	"mesa/tools/stackfile"
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
	do                       func(context.Context, *testUser) error
}

// testUser holds a signed-in requester, a signed-in agent and one ticket.
type testUser struct {
	stack            *running.Stack
	requester, agent *running.Visitor
	number           string
	// credentials belong to a different person for each testUser, because concurrent sign-ins with the same login
	// conflict, are repeated, and may be refused (A7).
	credentials stackfile.Credentials
}

var allSteps = []step{
	{"sign in", 35, 29, func(ctx context.Context, s *testUser) error {
		_, err := s.stack.SignIn(s.credentials)
		return err
	}},
	{"open a ticket", 100, 12, stepOf((*testUser).open)},
	{"requester's list", 38, 63, get((*testUser).asRequester, "/tickets?status=all")},
	{"requester's view", 35, 56, stepOf((*testUser).view)},
	{"requester's reply", 54, 20, stepOf((*testUser).reply)},
	{"agent's queue", 92, 12, get((*testUser).asAgent, "/tickets?queue=open")},
	{"agent's view", 71, 19, stepOf((*testUser).agentView)},
	{"agent's response and Atendido", 169, 4, stepOf((*testUser).resolve)},
	{"search of a number", 42, 0, get((*testUser).asRequester, "/tickets?q=3445&status=all")},
	{"search of a common word, agent", 68, 0, get((*testUser).asAgent, "/tickets?q=formato")},
}

func (s *testUser) do(ctx context.Context, visitor *running.Visitor, method, path string, body any, status int, into any) error {
	response, err := visitor.Do(ctx, method, path, body, "Idempotency-Key", rand.Text())
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

// stepOf converts a method of testUser to a step's function.
func stepOf(act func(*testUser, context.Context) error) func(context.Context, *testUser) error {
	return func(ctx context.Context, s *testUser) error { return act(s, ctx) }
}

func (s *testUser) asRequester() *running.Visitor { return s.requester }
func (s *testUser) asAgent() *running.Visitor     { return s.agent }

func get(visitorOf func(*testUser) *running.Visitor, path string) func(context.Context, *testUser) error {
	return func(ctx context.Context, s *testUser) error {
		return s.do(ctx, visitorOf(s), http.MethodGet, path, nil, http.StatusOK, nil)
	}
}

func (s *testUser) open(ctx context.Context) error {
	var created struct{ Number string }
	body := map[string]any{"topicId": "sisai", "subject": "Medición del formato", "detail": "<p>" + text1KB + "</p>", "entity": "FEDERACION"}
	if err := s.do(ctx, s.requester, http.MethodPost, "/tickets", body, http.StatusCreated, &created); err != nil {
		return err
	}
	s.number = created.Number
	return nil
}

func (s *testUser) view(ctx context.Context) error {
	return s.do(ctx, s.requester, http.MethodGet, "/tickets/"+s.number, nil, http.StatusOK, nil)
}

func (s *testUser) agentView(ctx context.Context) error {
	return s.do(ctx, s.agent, http.MethodGet, "/tickets/"+s.number, nil, http.StatusOK, nil)
}

func (s *testUser) reply(ctx context.Context) error {
	return s.do(ctx, s.requester, http.MethodPost, "/tickets/"+s.number+"/entries", map[string]any{"kind": "message", "body": "<p>Aquí sigue.</p>"}, http.StatusCreated, nil)
}

// resolve responds to the latest version and sets the status resolved. It retries if route changes the ticket in the meantime.
func (s *testUser) resolve(ctx context.Context) error {
	var err error
	for range 5 {
		var current struct {
			Version int64
			Status  string
		}
		if err = s.do(ctx, s.agent, http.MethodGet, "/tickets/"+s.number, nil, http.StatusOK, &current); err != nil {
			return err
		}
		body := map[string]any{"kind": "response", "body": "<p>Atendido.</p>", "status": "resolved", "version": current.Version}
		if current.Status == "resolved" {
			delete(body, "status")
		}
		if err = s.do(ctx, s.agent, http.MethodPost, "/tickets/"+s.number+"/entries", body, http.StatusCreated, nil); err == nil {
			return nil
		}
	}
	return err
}

// measureSteps measures the time of each step with one user, and the steps per second with eight.
func measureSteps(ctx context.Context, b *bench) error {
	testUsers := make([]*testUser, users)
	for i := range testUsers {
		requester, err := b.stack.SignIn(b.stack.DemoPerson("usuario.mesa"))
		if err != nil {
			return err
		}
		agent, err := b.stack.SignIn(b.stack.DemoPerson("sofia.supervisora"))
		if err != nil {
			return err
		}
		testUsers[i] = &testUser{stack: b.stack, requester: requester, agent: agent, credentials: b.stack.People[i]}
		if err := testUsers[i].open(ctx); err != nil {
			return err
		}
	}
	for _, step := range allSteps {
		var durations []time.Duration
		for range soloRuns {
			started := time.Now()
			if err := step.do(ctx, testUsers[0]); err != nil {
				return fmt.Errorf("%s: %w", step.name, err)
			}
			durations = append(durations, time.Since(started))
		}
		started := time.Now()
		if err := concurrently(testUsers, func(s *testUser) error { return step.do(ctx, s) }); err != nil {
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

// concurrently runs a step for all testUsers at the same time, runsPerUser times for each.
func concurrently(testUsers []*testUser, do func(*testUser) error) error {
	var wait sync.WaitGroup
	errs := make([]error, len(testUsers))
	for i, s := range testUsers {
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
