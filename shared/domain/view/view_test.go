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

func TestMayUseAndMayEdit(t *testing.T) {
	ofAna := view.View{Audience: view.Me, OwnerID: "ana"}
	ofSupport := view.View{Audience: view.Department, DepartmentID: "soporte"}
	ofRequests := view.View{Audience: view.Department, DepartmentID: "solicitudes"}
	ofAll := view.View{Audience: view.Everyone}
	for _, c := range []struct {
		name      string
		view      view.View
		by        account.Person
		see, edit bool
	}{
		{"a personal view, its owner", ofAna, ana, true, true},
		{"a personal view, an administrator", ofAna, adrian, false, false},
		{"a view of the person's department, an agent", ofSupport, ana, true, false},
		{"a view of another department, an agent", ofSupport, bruno, false, false},
		{"a view of the person's department, a supervisor", ofSupport, sofia, true, true},
		{"a view of another department, a supervisor", ofRequests, sofia, true, false},
		{"a view of a department, an administrator", ofRequests, adrian, true, true},
		{"a view for everyone, an agent", ofAll, bruno, true, false},
		{"a view for everyone, a supervisor", ofAll, sofia, true, false},
		{"a view for everyone, an administrator", ofAll, adrian, true, true},
	} {
		if see, edit := view.MayUse(c.view, c.by), view.MayEdit(c.view, c.by); see != c.see || edit != c.edit {
			t.Errorf("%s: MaySee %v, MayEdit %v", c.name, see, edit)
		}
	}
}

func TestCheckAgainst(t *testing.T) {
	own := func(id, name string) view.View {
		return view.View{ID: id, Name: name, Audience: view.Me, OwnerID: "ana"}
	}
	full := make([]view.View, 0, view.MaxPerAudience)
	for i := range view.MaxPerAudience {
		full = append(full, own(fmt.Sprint(i), fmt.Sprint("Vista ", i)))
	}
	for _, c := range []struct {
		name   string
		view   view.View
		others []view.View
		want   error
	}{
		{"no other views", own("a", "Críticos"), nil, nil},
		{"another name", own("a", "Críticos"), []view.View{own("b", "Nuevos")}, nil},
		{"the same name, without accents", own("a", "Críticos"), []view.View{own("b", "CRITICOS")}, view.ErrNameTaken},
		{"the view itself", own("a", "Críticos"), []view.View{own("a", "Críticos")}, nil},
		{"the same name, another audience", own("a", "Críticos"), []view.View{{ID: "b", Name: "Críticos", Audience: view.Everyone}}, nil},
		{"too many views", own("a", "Críticos"), full, view.ErrTooMany},
		{"a change of one of the maximum number of views", own("7", "Críticos"), full, nil},
	} {
		if got := view.CheckAgainst(c.view, c.others); !errors.Is(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
