package permission_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// TestEachPermissionHasOneRule compares the constants of the package with the table.
func TestEachPermissionHasOneRule(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "rules.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	ast.Inspect(file, func(node ast.Node) bool {
		if spec, is := node.(*ast.ValueSpec); is {
			if kind, named := spec.Type.(*ast.Ident); named && kind.Name == "Permission" {
				declared = append(declared, spec.Values[0].(*ast.BasicLit).Value)
			}
		}
		return true
	})
	var inTable []string
	for _, rule := range permission.Rules() {
		inTable = append(inTable, `"`+string(rule.Permission)+`"`)
		if rule.Meaning == "" || rule.Requester|rule.Agent|rule.Supervisor|rule.Admin == 0 {
			t.Errorf("%s has no meaning, or no role has it", rule.Permission)
		}
	}
	slices.Sort(declared)
	slices.Sort(inTable)
	if !slices.Equal(declared, inTable) {
		t.Errorf("constants %v, rules %v", declared, inTable)
	}
}

func TestAllows(t *testing.T) {
	for _, c := range []struct {
		permission permission.Permission
		role       account.Role
		relations  permission.Relations
		want       bool
	}{
		{permission.ReadTicket, account.Requester, permission.Owner, true},
		{permission.ReadTicket, account.Requester, permission.Colleague, false},
		{permission.ReadTicket, account.Requester, permission.Colleague | permission.Sharing, true},
		{permission.ReadTicket, account.Requester, 0, false},
		{permission.ReadTicket, account.Agent, 0, true},
		{permission.ReadTicket, "", permission.Owner, false},
		{permission.ReadTicket, "unknown", permission.Owner, false},
		{permission.SeeQueue, account.Agent, permission.Member, true},
		{permission.SeeQueue, account.Agent, permission.Owner, false},
		{permission.SeeQueue, account.Requester, permission.Member, false},
		{permission.CallAdminOperations, account.Supervisor, permission.Anyone, false},
		{permission.CallAdminOperations, account.Admin, permission.Anyone, true},
	} {
		if got := permission.Allows(c.permission, c.role, c.relations); got != c.want {
			t.Errorf("%s by %q with %v: %v", c.permission, c.role, c.relations.Names(), got)
		}
	}
}

// TestHigherRolesHaveThePermissionsOfLowerOnes checks that supervisors may do what agents may, and administrators what supervisors
// may.
func TestHigherRolesHaveThePermissionsOfLowerOnes(t *testing.T) {
	contains := func(more, less permission.Relations) bool { return more&permission.Anyone != 0 || less&^more == 0 }
	for _, rule := range permission.Rules() {
		if !contains(rule.Supervisor, rule.Agent) || !contains(rule.Admin, rule.Supervisor) {
			t.Errorf("%s: a higher role lacks relations of a lower role", rule.Permission)
		}
	}
}

func TestUnknownPermissionPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	permission.Allows("unknown", account.Admin, permission.Anyone)
}
