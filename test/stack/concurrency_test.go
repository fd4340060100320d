package stack

import (
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/test/running"
)

// TestConcurrentCreations checks that 200 concurrent requests create 200 tickets with distinct, consecutive numbers (B9).
func TestConcurrentCreations(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	numbers := make([]int, 200)
	var wait sync.WaitGroup
	for i := range numbers {
		wait.Go(func() {
			key := fmt.Sprintf("%s-%d", signIn.Username[7:], i)
			response, err := requester.Do(t.Context(), http.MethodPost, "/tickets", running.NewTicket("Concurrente"), "Idempotency-Key", key)
			if err != nil || response.Status != http.StatusCreated {
				t.Errorf("%d %s, %v", response.Status, response.Body, err)
				return
			}
			if _, err := fmt.Sscanf(response.Header.Get("Location"), "/api/tickets/PNT%d", &numbers[i]); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	slices.Sort(numbers)
	for i, number := range numbers {
		if number != numbers[0]+i {
			t.Fatalf("number %d is %d, want %d: %v", i, number, numbers[0]+i, numbers)
		}
	}
	last := fmt.Sprintf("PNT%06d", numbers[len(numbers)-1])
	running.Eventually(t, 5*time.Minute, "all tickets are routed", func() (bool, any) {
		assignee := requester.Ticket(t, last).Assignee
		return !assignee.IsNull(), assignee
	})
}

// TestConcurrentRequestsWithOneKeyCreateOneTicket checks that requests with the same Idempotency-Key create one ticket (B6).
func TestConcurrentRequestsWithOneKeyCreateOneTicket(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	locations := make([]string, 10)
	var wait sync.WaitGroup
	for i := range locations {
		wait.Go(func() {
			response, err := requester.Do(t.Context(), http.MethodPost, "/tickets", running.NewTicket("Doble clic"), "Idempotency-Key", "doble-clic")
			if err != nil || response.Status != http.StatusCreated {
				t.Errorf("%d %s, %v", response.Status, response.Body, err)
			}
			locations[i] = response.Header.Get("Location")
		})
	}
	wait.Wait()
	slices.Sort(locations)
	if slices.Compact(locations)[0] == "" || len(slices.Compact(locations)) != 1 && locations[1] != "" {
		t.Errorf("one key created %v", locations)
	}
}

// TestSecondResponseToAVersionIsRefused checks that of two responses to the same version one is refused. The refusal lists the change since
// that version (D8).
func TestSecondResponseToAVersionIsRefused(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	created := requester.CreateTicket(t, running.NewTicket("Dos agentes"))
	waitForRouting(t, stack, requester, created.Number)
	version := requester.Ticket(t, created.Number).Version
	agents := stack.DemoPeople("agent")[:2]
	statuses, problems := make([]int, 2), make([]running.Response, 2)
	var wait sync.WaitGroup
	for i, credentials := range agents {
		agent := stack.SignedIn(t, credentials)
		wait.Go(func() {
			response, err := agent.Do(t.Context(), http.MethodPost, "/tickets/"+created.Number+"/entries",
				map[string]any{"kind": "response", "body": "respuesta de " + credentials.Username, "version": version})
			if err != nil {
				t.Error(err)
			}
			statuses[i], problems[i] = response.Status, response
		})
	}
	wait.Wait()
	slices.Sort(statuses)
	if !slices.Equal(statuses, []int{http.StatusCreated, http.StatusConflict}) {
		t.Fatalf("%v", statuses)
	}
	for _, response := range problems {
		if response.Status == http.StatusConflict {
			var problem api.Problem
			response.Into(t, http.StatusConflict, &problem)
			if problem.Changes == nil || len(*problem.Changes) != 1 {
				t.Errorf("%s", response.Body)
			}
		}
	}
}
