package ticket_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"testing"

	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

// TestEventsHasEveryKind checks that Events returns every event in the source. An event is a type with the method kind.
func TestEventsHasEveryKind(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "events.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, declaration := range file.Decls {
		if f, ok := declaration.(*ast.FuncDecl); ok && f.Name.Name == "kind" {
			declared = append(declared, f.Recv.List[0].Type.(*ast.Ident).Name)
		}
	}
	var listed []string
	kinds := map[ticket.EventKind]bool{}
	for _, event := range ticket.Events() {
		listed = append(listed, reflect.TypeOf(event).Name())
		kinds[ticket.KindOf(event)] = true
	}
	slices.Sort(declared)
	slices.Sort(listed)
	if !slices.Equal(declared, listed) || len(kinds) != len(listed) {
		t.Errorf("declared %v, listed %v, %d kinds", declared, listed, len(kinds))
	}
}

func TestExplanationDependsOnReader(t *testing.T) {
	for _, c := range []struct {
		name             string
		entry            ticket.Entry
		staff, requester string
	}{
		{"routed", ticket.Entry{Events: []ticket.Event{ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByFixed, Plan: "SIPOT", Agent: "Ana"}}, ticket.Assigned{}}}, "Asignado a Ana por la regla del tema SIPOT: agente fijo.", ""},
		{"an agent's reason", ticket.Entry{Reason: "Es de otra área", Events: []ticket.Event{ticket.DepartmentChanged{}}}, "Motivo: Es de otra área", ""},
		{"overdue", ticket.Entry{Events: []ticket.Event{ticket.Overdue{}}}, "Venció el plazo para atenderlo.", ""},
		{"reminded", ticket.Entry{Events: []ticket.Event{ticket.Reminded{}}}, "Se recordó al usuario lo que se espera de él.", "Se recordó al usuario lo que se espera de él."},
		{"closed by time", ticket.Entry{Events: []ticket.Event{ticket.StatusChanged{}, ticket.ClosedByTime{Days: 15}}}, "Cerrado tras 15 días sin comentarios.", "Cerrado tras 15 días sin comentarios."},
		{"a change", ticket.Entry{Events: []ticket.Event{ticket.StatusChanged{}}}, "", ""},
	} {
		for staff, want := range map[bool]string{true: c.staff, false: c.requester} {
			if got := c.entry.Explanation(staff).In("es"); got != want {
				t.Errorf("%s: staff (%t) read %q", c.name, staff, got)
			}
		}
	}
}
