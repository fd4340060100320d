package tickets_test

import (
	"strings"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

// routed creates a ticket, which routing assigns to ana.
func (r *rig) routed() api.Ticket {
	r.Helper()
	created := r.create(usuario, newTicketBody())
	r.route(created.Number)
	return r.get(ana, created.Number)
}

func (r *rig) revise(person account.Person, t api.Ticket, change map[string]any) wiringtest.Response {
	r.Helper()
	change["version"] = t.Version
	return r.Request("update-ticket", person, "/tickets/"+t.Number, change)
}

func TestTransferNeedsAReason(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.routed()
		for name, change := range map[string]map[string]any{
			"no reason":            {"departmentId": "solicitudes"},
			"blank":                {"departmentId": "solicitudes", "reason": " \n "},
			"too long":             {"departmentId": "solicitudes", "reason": strings.Repeat("a", 1001)},
			"invisible characters": {"departmentId": "solicitudes", "reason": "\u202e \u200b"},
		} {
			if got := fieldsOf(read[api.Problem](r, r.revise(ana, created, change), 400)); len(got) != 1 || got[0] != "reason" {
				t.Errorf("%s: %v", name, got)
			}
		}
	})
}

func TestTransfer(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.routed()
		moved := r.revise(ana, created, map[string]any{"departmentId": "solicitudes", "reason": "Es de solicitudes.\nVer el folio."})
		got := read[api.Ticket](r, moved, 200)
		if got.Department.Id != "solicitudes" || !got.Assignee.IsNull() || moved.Cost.Rounds > 4 {
			t.Errorf("assignee %+v, department %+v, cost %+v", got.Assignee, got.Department, moved.Cost)
		}
		last := got.Entries[len(got.Entries)-1]
		if last.Reason == nil || !strings.Contains(*last.Reason, "Es de solicitudes.\nVer el folio.") || len(last.Changes) != 2 {
			t.Errorf("the last entry is %+v", last)
		}
		for _, entry := range r.get(usuario, created.Number).Entries {
			if entry.Reason != nil {
				t.Errorf("the requester can see the reason %s", *entry.Reason)
			}
		}
		assigned := read[api.Ticket](r, r.revise(ana, got, map[string]any{"departmentId": "soporte", "assigneeId": "ana", "reason": "Regresa"}), 200)
		if to, err := assigned.Assignee.Get(); err != nil || to.Id != "ana" {
			t.Errorf("assigned to %+v, %v", to, err)
		}
		// A supervisor sees all departments, so a transfer does not remove a supervisor as assignee.
		bySupervisor := read[api.Ticket](r, r.revise(sofia, assigned, map[string]any{"assigneeId": "sofia"}), 200)
		transferred := read[api.Ticket](r, r.revise(sofia, bySupervisor, map[string]any{"departmentId": "solicitudes", "reason": "Lo llevo yo"}), 200)
		if to, err := transferred.Assignee.Get(); err != nil || to.Id != "sofia" {
			t.Errorf("a transfer removed the supervisor: assigned to %+v, %v", to, err)
		}
		reassigned := read[api.Ticket](r, r.revise(sofia, transferred, map[string]any{"assigneeId": "bruno", "reason": "Conoce el caso"}), 200)
		if last := reassigned.Entries[len(reassigned.Entries)-1]; last.Reason == nil || !strings.Contains(*last.Reason, "Conoce el caso") {
			t.Errorf("the last entry is %+v", last)
		}
		if a := r.revise(sofia, reassigned, map[string]any{"reason": "nada"}); a.Code != 200 {
			t.Errorf("a reason without a change: %d %s", a.Code, a.Body)
		} else if unchanged := read[api.Ticket](r, a, 200); unchanged.Version != reassigned.Version {
			t.Error("a reason without a change stored an act")
		}
	})
}
