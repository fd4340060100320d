package view_test

import (
	"errors"
	"fmt"
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/view"
)

var (
	ana    = account.Person{ID: "ana", Role: account.Agent, Departments: []string{"soporte"}}
	bruno  = account.Person{ID: "bruno", Role: account.Agent, Departments: []string{"solicitudes"}}
	sofia  = account.Person{ID: "sofia", Role: account.Supervisor, Departments: []string{"soporte"}}
	adrian = account.Person{ID: "adrian", Role: account.Admin}
)

func TestWhoSeesAndChangesAView(t *testing.T) {
	ofAna := view.View{Audience: view.Me, OwnerID: "ana"}
	ofSupport := view.View{Audience: view.Department, DepartmentID: "soporte"}
	ofRequests := view.View{Audience: view.Department, DepartmentID: "solicitudes"}
	ofAll := view.View{Audience: view.Everyone}
	for _, c := range []struct {
		name      string
		what      view.View
		by        account.Person
		see, edit bool
	}{
		{"one's own", ofAna, ana, true, true},
		{"another's", ofAna, adrian, false, false},
		{"one's department's", ofSupport, ana, true, false},
		{"another department's", ofSupport, bruno, false, false},
		{"one's department's, as a supervisor", ofSupport, sofia, true, true},
		{"another department's, as a supervisor", ofRequests, sofia, true, false},
		{"a department's, as an administrator", ofRequests, adrian, true, true},
		{"everyone's", ofAll, bruno, true, false},
		{"everyone's, as a supervisor", ofAll, sofia, true, false},
		{"everyone's, as an administrator", ofAll, adrian, true, true},
	} {
		if see, edit := view.MaySee(c.what, c.by), view.MayEdit(c.what, c.by); see != c.see || edit != c.edit {
			t.Errorf("%s: sees %v, changes %v", c.name, see, edit)
		}
	}
}

func TestFits(t *testing.T) {
	own := func(id, name string) view.View {
		return view.View{ID: id, Name: name, Audience: view.Me, OwnerID: "ana"}
	}
	full := make([]view.View, 0, view.MaxPerAudience)
	for i := range view.MaxPerAudience {
		full = append(full, own(fmt.Sprint(i), fmt.Sprint("Vista ", i)))
	}
	for _, c := range []struct {
		name   string
		what   view.View
		others []view.View
		want   error
	}{
		{"the first", own("a", "Críticos"), nil, nil},
		{"another name", own("a", "Críticos"), []view.View{own("b", "Nuevos")}, nil},
		{"the name without its accent", own("a", "Críticos"), []view.View{own("b", "CRITICOS")}, view.ErrNameTaken},
		{"itself", own("a", "Críticos"), []view.View{own("a", "Críticos")}, nil},
		{"the name, for others", own("a", "Críticos"), []view.View{{ID: "b", Name: "Críticos", Audience: view.Everyone}}, nil},
		{"one too many", own("a", "Críticos"), full, view.ErrTooMany},
		{"one of the last", own("7", "Críticos"), full, nil},
	} {
		if got := view.CheckAgainst(c.what, c.others); !errors.Is(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
