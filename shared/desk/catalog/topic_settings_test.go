package catalog_test

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/wiring/wiringtest"
)

func (r rig) save(id string, body api.TopicEdit) (api.TopicSettings, error) {
	r.Helper()
	return wiringtest.Decode[api.TopicSettings](r.Request("save-topic", adrian, "/topic-settings/"+url.PathEscape(id), body))
}

func (r rig) topics() []api.TopicSettings {
	r.Helper()
	got, err := wiringtest.Decode[[]api.TopicSettings](r.Request("list-topic-settings", adrian, "/topic-settings", nil))
	if err != nil {
		r.Fatal(err)
	}
	return got
}

func translated(es, en string) api.Translated { return api.Translated{Es: es, En: optionalText(en)} }

func optionalText(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func newTopicEdit() api.TopicEdit {
	return api.TopicEdit{
		Name: translated("Nómina", "Payroll"), Description: translated("Pagos", ""), DepartmentId: "soporte", Public: true, Active: true, Order: 7,
		Method: new(api.Fixed), AgentIds: []string{"ana"}, TeamId: new("guardia"),
		Fields: []api.FieldSettings{
			{Id: "folio", Kind: api.FieldKindText, Name: translated("Folio", "Docket"), Help: translated("Está en el recibo.", "It is on the slip."), Required: true, Active: true, MaxLength: new(12), Options: &[]api.OptionSettings{}},
			{Id: "quincena", Kind: api.FieldKindChoice, Name: translated("Quincena", ""), Help: translated("", ""), Active: true, Options: &[]api.OptionSettings{{Id: "primera", Name: translated("Primera", "First")}, {Id: "segunda", Name: translated("Segunda", "Second")}}},
			{Id: "monto", Kind: api.FieldKindNumber, Name: translated("Monto", ""), Help: translated("", ""), Active: true, Min: new(0.0), Max: new(1000.5), Options: &[]api.OptionSettings{}},
			{Id: "viejo", Kind: api.FieldKindDate, Name: translated("Fecha anterior", ""), Help: translated("", ""), Options: &[]api.OptionSettings{}},
		},
	}
}

// saved returns the topic that is expected after an edit.
func saved(id string, version int64, body api.TopicEdit) api.TopicSettings {
	return api.TopicSettings{
		Id: id, Version: version, Name: body.Name, Description: body.Description, DepartmentId: body.DepartmentId, Public: body.Public, Active: body.Active,
		Order: body.Order, Method: body.Method, AgentIds: body.AgentIds, TeamId: body.TeamId, Fields: body.Fields,
	}
}

func TestSaveTopic(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		before := r.topics()
		created, err := r.save("nomina", newTopicEdit())
		if err != nil {
			t.Fatal(err)
		}
		want := saved("nomina", 1, newTopicEdit())
		if diff := cmp.Diff(want, created); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(append(before, want), r.topics()); diff != "" {
			t.Error(diff)
		}
		listed, err := wiringtest.Decode[[]api.Topic](r.Request("list-topics", nobody, "/topics", nil, "Accept-Language", "en"))
		if err != nil {
			t.Fatal(err)
		}
		last := listed[1]
		if last.Id != "nomina" || last.Name != "Payroll" || len(*last.Fields) != 3 || (*last.Fields)[0].Name != "Docket" || *(*last.Fields)[0].Help != "It is on the slip." || *(*last.Fields)[0].MaxLength != 12 {
			t.Errorf("%+v", last)
		}

		// An edit that is based on a version other than the stored one is refused.
		for _, version := range []int64{0, 2} {
			outdated := newTopicEdit()
			outdated.Version = version
			if _, err := r.save("nomina", outdated); !fault.Is(err, fault.Edited) {
				t.Errorf("on version %d: %v", version, err)
			}
		}
		next := newTopicEdit()
		next.Version, next.Active, next.Fields = 1, false, []api.FieldSettings{}
		if stored, err := r.save("nomina", next); err != nil || stored.Version != 2 || stored.Active || len(stored.Fields) != 0 {
			t.Errorf("%+v, %v", stored, err)
		}
		// The topic was stored before topics had versions.
		if stored, err := r.save("interno", api.TopicEdit{Version: 1, Name: translated("Interno", ""), DepartmentId: "soporte", AgentIds: []string{}, Fields: []api.FieldSettings{}}); err != nil || stored.Version != 2 {
			t.Errorf("%+v, %v", stored, err)
		}
	})
}

func TestSavedTopicIsAudited(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		if _, err := r.save("nomina", newTopicEdit()); err != nil {
			t.Fatal(err)
		}
		next := newTopicEdit()
		next.Version, next.Active, next.Fields = 1, false, next.Fields[:3]
		next.Fields[0].Name = translated("Folio del recibo", "Docket")
		for range 2 { // the second edit is refused, so it has no event
			_, _ = r.save("nomina", next)
		}
		events := r.Table.AuditEvents(t, audit.TopicSaved)
		if len(events) != 2 || events[0].ActorID != adrian.ID || events[0].Object != "nomina" || events[0].Outcome != audit.Done {
			t.Fatalf("%+v", events)
		}
		if !slices.Contains(events[0].Changes, audit.Change{Field: "name.spanish", After: "Nómina"}) {
			t.Errorf("%+v", events[0].Changes)
		}
		want := []audit.Change{
			{Field: "active", Before: "true", After: "false"},
			{Field: "fields", Before: "folio, quincena, monto, viejo", After: "folio, quincena, monto"},
			{Field: "fields.folio.name.spanish", Before: "Folio", After: "Folio del recibo"},
			{Field: "fields.viejo.kind", Before: "date"},
			{Field: "fields.viejo.name.spanish", Before: "Fecha anterior"},
			{Field: "fields.viejo.retired", Before: "true"},
		}
		if diff := cmp.Diff(want, events[1].Changes); diff != "" {
			t.Error(diff)
		}
	})
}

// TestLongestTopic checks that the longest valid fields fit into one item, and that longer fields are refused.
func TestLongestTopic(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		withLabels := func(letters int) api.TopicEdit {
			body := newTopicEdit()
			body.Fields = nil
			for i := range 20 {
				definition := api.FieldSettings{Id: fmt.Sprintf("f%d", i), Kind: api.FieldKindChoice, Name: translated(strings.Repeat("😀", letters), ""), Active: true, Options: &[]api.OptionSettings{}}
				for j := range 50 {
					*definition.Options = append(*definition.Options, api.OptionSettings{Id: fmt.Sprintf("o%d", j), Name: definition.Name})
				}
				body.Fields = append(body.Fields, definition)
			}
			return body
		}
		if _, err := r.save("pesado", withLabels(48)); err != nil {
			t.Error(err)
		}
		if _, err := r.save("otro", withLabels(80)); !slices.Equal(invalidFields(err), []string{"fields.12.name.es"}) {
			t.Error(err)
		}
	})
}

func TestSaveTopicValidates(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		for want, change := range map[string]func(*api.TopicEdit){
			"name.es":                    func(e *api.TopicEdit) { e.Name.Es = " " },
			"name.en":                    func(e *api.TopicEdit) { e.Name.En = new(strings.Repeat("x", 1000)) },
			"version":                    func(e *api.TopicEdit) { e.Version = -1 },
			"departmentId":               func(e *api.TopicEdit) { e.DepartmentId = "nada" },
			"order":                      func(e *api.TopicEdit) { e.Order = -1 },
			"method":                     func(e *api.TopicEdit) { e.Method = new(api.RoutingMethod("azar")) },
			"agentIds":                   func(e *api.TopicEdit) { e.AgentIds = nil },
			"agentIds.0":                 func(e *api.TopicEdit) { e.AgentIds = []string{"nadie"} },
			"teamId":                     func(e *api.TopicEdit) { e.TeamId = new("nada") },
			"fields.0.name.es":           func(e *api.TopicEdit) { e.Fields[0].Name.Es = "" },
			"fields.1.id":                func(e *api.TopicEdit) { e.Fields[1].Id = "folio" },
			"fields.1.options.1.id":      func(e *api.TopicEdit) { (*e.Fields[1].Options)[1].Id = "primera" },
			"fields.2.max":               func(e *api.TopicEdit) { e.Fields[2].Max = new(-1.0) },
			"fields.3.kind":              func(e *api.TopicEdit) { e.Fields[3].Kind = "color" },
			"fields.1.options":           func(e *api.TopicEdit) { e.Fields[1].Options = nil },
			"fields.0.maxLength":         func(e *api.TopicEdit) { e.Fields[0].MaxLength = new(-1) },
			"fields.1.options.0.name.es": func(e *api.TopicEdit) { (*e.Fields[1].Options)[0].Name.Es = "" },
		} {
			body := newTopicEdit()
			change(&body)
			_, err := r.save("nomina", body)
			if names := invalidFields(err); len(names) != 1 || names[0] != want {
				t.Errorf("%s: %v, %v", want, names, err)
			}
		}
		if _, err := r.save("con espacio", newTopicEdit()); !slices.Equal(invalidFields(err), []string{"id"}) {
			t.Error(err)
		}
		if all := r.topics(); len(all) != len(configuration().Topics) {
			t.Errorf("a refused topic was stored: %+v", all)
		}
	})
}

// invalidFields returns the names of the invalid fields in a fault.
func invalidFields(err error) []string {
	var names []string
	if invalid, ok := errors.AsType[*fault.Error](err); ok {
		for _, fieldError := range invalid.Fields {
			names = append(names, fieldError.Name)
		}
	}
	return names
}
