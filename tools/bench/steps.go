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
	// alone is how often one user makes each step, and together how often each of the users at once does.
	alone, together = 20, 10
	// users are how many are at once at the desk.
	users = 8
)

// step is one thing that people do, as the desk that this one replaces was measured (anchors 3).
type step struct {
	name string
	// theirs is what it took there: milliseconds at the median with one user, and steps a second with eight.
	theirs1, theirs8 float64
	do               func(context.Context, *seat) error
}

// seat is a requester and the agent who attends them, with the ticket they are at.
type seat struct {
	stack            *running.Stack
	requester, agent *running.Visitor
	number           string
	// signsIn is a person of the seat's own: tries at one account wait for one another, as a guard against guessing.
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
	{"agent's answer and Atendido", 169, 4, by((*seat).resolve)},
	{"search of a number", 42, 0, get((*seat).asRequester, "/tickets?q=3445&status=all")},
	{"search of a common word, agent", 68, 0, get((*seat).asAgent, "/tickets?q=formato")},
}

func (s *seat) do(ctx context.Context, who *running.Visitor, method, path string, body any, status int, into any) error {
	answer, err := who.Do(ctx, method, path, body, "Idempotency-Key", rand.Text())
	if err != nil {
		return err
	}
	if answer.Status != status {
		return fmt.Errorf("%s %s: %d %s", method, path, answer.Status, answer.Body)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(answer.Body, into)
}

// by makes an act of a seat a step.
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
	var made struct{ Number string }
	body := map[string]any{"topicId": "sisai", "subject": "Medición del formato", "detail": "<p>" + text1KB + "</p>", "entity": "FEDERACION"}
	if err := s.do(ctx, s.requester, http.MethodPost, "/tickets", body, http.StatusCreated, &made); err != nil {
		return err
	}
	s.number = made.Number
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

// resolve answers the version that the ticket has by now; where route came between, once more.
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

// steps times each step of the process with one user, and how many a second eight users get done.
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
		var took []time.Duration
		for range alone {
			began := time.Now()
			if err := step.do(ctx, seats[0]); err != nil {
				return fmt.Errorf("%s: %w", step.name, err)
			}
			took = append(took, time.Since(began))
		}
		began := time.Now()
		if err := atOnce(seats, func(s *seat) error { return step.do(ctx, s) }); err != nil {
			return fmt.Errorf("%s, %d at once: %w", step.name, users, err)
		}
		rate := float64(users*together) / time.Since(began).Seconds()
		theirs := fmt.Sprintf("osTicket: %s ms", number(step.theirs1))
		if step.theirs8 > 0 {
			theirs += fmt.Sprintf(", %s/s", number(step.theirs8))
		}
		measured := fmt.Sprintf("%s ms, %s/s", number(milliseconds(median(took))), number(rate))
		b.note(fmt.Sprintf("Steps through the emulator: median with 1 user, and a second with %d (anchors 3)", users), step.name, measured, theirs)
	}
	return nil
}

func atOnce(seats []*seat, do func(*seat) error) error {
	var wait sync.WaitGroup
	errs := make([]error, len(seats))
	for i, s := range seats {
		wait.Go(func() {
			for range together {
				if errs[i] = do(s); errs[i] != nil {
					return
				}
			}
		})
	}
	wait.Wait()
	return errors.Join(errs...)
}
