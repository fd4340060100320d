package tickets_test

import (
	"strings"
	"testing"
)

// TestEntrySetsPriority checks that the staff's entry can set the priority with Atendido, and that a requester's entry cannot (D2).
func TestEntrySetsPriority(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		number := r.create(usuario, newTicketBody()).Number
		refused := r.write(usuario, number, body{"kind": "message", "body": "Urge", "priority": "high"}, 400)
		if !strings.Contains(refused.Body.String(), "priority") {
			t.Errorf("the requester's entry with a priority: %s", refused.Body)
		}
		r.write(ana, number, body{"kind": "response", "body": "Listo", "priority": "urgent", "version": 1}, 400)
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
