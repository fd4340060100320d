package stack

import (
	"fmt"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"mesa/shared/api"
	"mesa/test/running"
)

// TestTwoHundredCreationsAtOnce: 200 distinct consecutive numbers (B9). One machine may be too slow for so many at once; then a
// creation is tried again with its key, as every client does, and only such a try may have left a gap.
func TestTwoHundredCreationsAtOnce(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	numbers := make([]int, 200)
	var (
		wait    sync.WaitGroup
		retries atomic.Int64
	)
	for i := range numbers {
		wait.Go(func() {
			key := fmt.Sprintf("%s-%d", signIn.Username[7:], i)
			answer, err := requester.Do(t.Context(), http.MethodPost, "/tickets", newTicket("Concurrente"), "Idempotency-Key", key)
			for tries := 0; tries < 5 && (err != nil || answer.Status == http.StatusServiceUnavailable); tries++ {
				retries.Add(1)
				answer, err = requester.Do(t.Context(), http.MethodPost, "/tickets", newTicket("Concurrente"), "Idempotency-Key", key)
			}
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
	if len(slices.Compact(slices.Clone(numbers))) != len(numbers) {
		t.Errorf("a number was given twice: %v", numbers)
	}
	gaps := numbers[len(numbers)-1] - numbers[0] - (len(numbers) - 1)
	if gaps < 0 || gaps > int(retries.Load()) {
		t.Errorf("%d numbers are missing from %d on, after %d retries", gaps, numbers[0], retries.Load())
	}
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
