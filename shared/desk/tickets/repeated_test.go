package tickets_test

import (
	"slices"
	"sync"
	"testing"

	"mesa/shared/api"
)

func TestConcurrentRequestsWithOneKeyCreateOneTicket(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		locations := make([]string, 12)
		var wait sync.WaitGroup
		for i := range locations {
			wait.Go(func() {
				a := r.Request("create-ticket", usuario, "/tickets", newTicketBody(), "Idempotency-Key", "doble-clic")
				locations[i] = a.Header().Get("Location")
				if a.Code != 201 {
					t.Errorf("%d: %s", a.Code, a.Body)
				}
			})
		}
		wait.Wait()
		slices.Sort(locations)
		if locations[0] != locations[len(locations)-1] {
			t.Errorf("requests with one key created %v", locations)
		}
		if page := read[api.TicketPage](r, r.Request("list-tickets", usuario, "/tickets", nil), 200); len(page.Items) != 1 {
			t.Errorf("the list has %d tickets", len(page.Items))
		}
	})
}

func TestRepeatedRequestCreatesOneEntry(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody())
		comment := map[string]any{"kind": "message", "body": "una vez"}
		ids := map[string]bool{}
		for range 3 {
			a := r.Request("create-entry", usuario, "/tickets/"+created.Number+"/entries", comment, "Idempotency-Key", "comentario-1")
			ids[read[api.Entry](r, a, 201).Id] = true
		}
		if len(ids) != 1 || len(r.get(usuario, created.Number).Entries) != 2 {
			t.Errorf("entries %v, want one", ids)
		}
		answer := map[string]any{"kind": "response", "body": "una", "version": 2}
		for range 2 {
			read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+created.Number+"/entries", answer, "Idempotency-Key", "respuesta-1"), 201)
		}
	})
}
