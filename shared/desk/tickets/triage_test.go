package tickets_test

import (
	"slices"
	"testing"

	"mesa/shared/api"
)

// TestEntrySetsPriority checks that the staff's entry can set the priority with Atendido, and that a requester's entry cannot (D2).
func TestEntrySetsPriority(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		number := r.create(usuario, newTicketBody()).Number
		for name, refused := range map[string]api.Problem{
			"the requester's entry with a priority": read[api.Problem](r, r.write(usuario, number, body{"kind": "message", "body": "Urge", "priority": "high"}, 400), 400),
			"an unknown priority":                   read[api.Problem](r, r.write(ana, number, body{"kind": "response", "body": "Listo", "priority": "urgent", "version": 1}, 400), 400),
		} {
			if got := fieldsOf(refused); !slices.Equal(got, []string{"priority"}) {
				t.Errorf("%s: %v", name, got)
			}
		}
		if got := r.get(ana, number); !got.Priority.IsNull() {
			t.Fatalf("a refused entry set the priority %v", got.Priority)
		}
		a := r.write(ana, number, body{"kind": "response", "body": "Listo", "status": "resolved", "priority": "high", "version": 1}, 201)
		r.checkRounds(a, 4)
		if got := r.get(ana, number); got.Status != "resolved" || got.Priority.IsNull() || got.Priority.MustGet() != "high" {
			t.Errorf("status %s, priority %v", got.Status, got.Priority)
		}
	})
}
