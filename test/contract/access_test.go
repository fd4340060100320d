//go:build stack

package contract

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"mesa/test/running"
)

// admitted lists the roles that each value of x-access admits.
var admitted = map[string][]string{
	"public":     {"anonymous", "requester", "agent", "supervisor", "admin"},
	"person":     {"requester", "agent", "supervisor", "admin"},
	"staff":      {"agent", "supervisor", "admin"},
	"supervisor": {"supervisor", "admin"},
	"admin":      {"admin"},
}

// TestEachOperationAdmitsItsRoles sends a request to every operation as every role. The requests change no data, except that
// delete-session ends sessions. An admitted role must get neither 401 nor 403. A role that is not admitted must get 403, an
// anonymous visitor 401.
func TestEachOperationAdmitsItsRoles(t *testing.T) {
	stack := running.Find(t)
	visitors := map[string]*running.Visitor{"anonymous": stack.Anonymous("es")}
	for _, role := range admitted["person"] {
		// Start new sessions instead of those that other tests share, because the operation delete-session ends them.
		visitor, err := stack.SignIn(stack.DemoPeople(role)[0])
		if err != nil {
			t.Fatal(err)
		}
		visitors[role] = visitor
	}
	operations := inContract(t)
	slices.SortStableFunc(operations, func(a, b operation) int { // signing out is last
		return boolRank(a.name == "delete-session") - boolRank(b.name == "delete-session")
	})
	for _, op := range operations {
		method, path, _ := strings.Cut(op.route, " ")
		path = strings.NewReplacer("/api", "", "{number}", "PNT000000", "{id}", "ninguno", "{purpose}", "prueba").Replace(path)
		for _, role := range admitted["public"] {
			t.Run(op.name+"/"+role, func(t *testing.T) {
				var body any
				if method != http.MethodGet && method != http.MethodDelete {
					body = map[string]any{"name": 7, "username": 7}
				}
				got := visitors[role].Send(t, method, path, body).Status
				refused := got == http.StatusUnauthorized || got == http.StatusForbidden
				want := "let through"
				switch {
				case !slices.Contains(admitted[op.access], role) && role == "anonymous":
					refused, want = got != http.StatusUnauthorized, "401"
				case !slices.Contains(admitted[op.access], role):
					refused, want = got != http.StatusForbidden, "403"
				}
				if refused || got >= http.StatusInternalServerError {
					t.Errorf("%d for x-access %s, should be %s", got, op.access, want)
				}
			})
		}
	}
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}
