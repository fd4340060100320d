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

// TestTwoHundredCreationsAtOnce: 200 distinct consecutive numbers (B9).
func TestTwoHundredCreationsAtOnce(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	numbers := make([]int, 200)
	var wait sync.WaitGroup
	for i := range numbers {
		wait.Go(func() {
			key := fmt.Sprintf("%s-%d", signIn.Username[7:], i)
			answer, err := requester.Do(t.Context(), http.MethodPost, "/tickets", newTicket("Concurrente"), "Idempotency-Key", key)
			if err != nil || answer.Status != http.StatusCreated {
				t.Errorf("%d %s, %v", answer.Status, answer.Body, err)
				return
			}
			if _, err := fmt.Sscanf(answer.Header.Get("Location"), "/api/tickets/PNT%d", &numbers[i]); err != nil {
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
	running.Within(t, 5*time.Minute, "all are routed, one after the other", func() (bool, any) {
		assignee := get(t, requester, last).Assignee
		return !assignee.IsNull(), assignee
	})
}

func TestTheSameKeyAtOnce(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	locations := make([]string, 10)
	var wait sync.WaitGroup
	for i := range locations {
		wait.Go(func() {
			answer, err := requester.Do(t.Context(), http.MethodPost, "/tickets", newTicket("Doble clic"), "Idempotency-Key", "doble-clic")
			if err != nil || answer.Status != http.StatusCreated {
				t.Errorf("%d %s, %v", answer.Status, answer.Body, err)
			}
			locations[i] = answer.Header.Get("Location")
		})
	}
	wait.Wait()
	slices.Sort(locations)
	if slices.Compact(locations)[0] == "" || len(slices.Compact(locations)) != 1 && locations[1] != "" {
		t.Errorf("one key made %v", locations)
	}
}

func TestTwoAgentsOnOneVersion(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	made := open(t, requester, newTicket("Dos agentes"))
	routed(t, stack, requester, made.Number)
	version := get(t, requester, made.Number).Version
	agents := stack.Demo("agent")[:2]
	statuses, problems := make([]int, 2), make([]running.Answer, 2)
	var wait sync.WaitGroup
	for i, who := range agents {
		agent := stack.SignedIn(t, who)
		wait.Go(func() {
			answer, err := agent.Do(t.Context(), http.MethodPost, "/tickets/"+made.Number+"/entries",
				map[string]any{"kind": "response", "body": "respuesta de " + who.Username, "version": version})
			if err != nil {
				t.Error(err)
			}
			statuses[i], problems[i] = answer.Status, answer
		})
	}
	wait.Wait()
	slices.Sort(statuses)
	if !slices.Equal(statuses, []int{http.StatusCreated, http.StatusConflict}) {
		t.Fatalf("%v", statuses)
	}
	for _, answer := range problems {
		if answer.Status == http.StatusConflict {
			var problem api.Problem
			answer.Into(t, http.StatusConflict, &problem)
			if problem.Changes == nil || len(*problem.Changes) != 1 {
				t.Errorf("%s", answer.Body)
			}
		}
	}
}
