package calendar_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	// now is a Tuesday, 10:00 in Mexico City.
	now    = clock.Fixed(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))
	adrian = account.Person{ID: "adrian", Username: "adrian", Email: "adrian@mesa.example", Role: account.Admin}
)

// rig sends requests of an administrator to the three operations on a test table.
type rig struct{ *wiringtest.Stack }

func onTable(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		r := rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: now}}}
		r.SignIn(adrian)
		run(t, r)
	})
}

func (r rig) get() api.Calendar {
	r.Helper()
	got, err := wiringtest.Decode[api.Calendar](r.Request("get-calendar", adrian, "/calendar", nil))
	if err != nil {
		r.Fatal(err)
	}
	return got
}

func (r rig) update(body *api.NewCalendar) (api.Calendar, error) {
	r.Helper()
	return wiringtest.Decode[api.Calendar](r.Request("update-calendar", adrian, "/calendar", body))
}

// withChange returns a request that sends a calendar back with a change.
func withChange(t *testing.T, from api.Calendar, change func(*api.NewCalendar)) *api.NewCalendar {
	t.Helper()
	var body api.NewCalendar
	encoded, err := json.Marshal(from)
	if err == nil {
		err = json.NewDecoder(bytes.NewReader(encoded)).Decode(&body)
	}
	if err != nil {
		t.Fatal(err)
	}
	change(&body)
	return &body
}

func dueAt(t *testing.T, preview []api.PreviewedDeadline, priority string) string {
	t.Helper()
	for _, deadline := range preview {
		if deadline.Priority == priority && deadline.DueAt != nil {
			return deadline.DueAt.Format("2006-01-02 15:04")
		}
	}
	return ""
}

func TestCalendarIsReadPreviewedAndUpdated(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		if defaults := r.get(); defaults.Version != 0 || defaults.TimeZone != "UTC" || defaults.OfficialHolidays {
			t.Errorf("a desk without settings: %+v", defaults)
		}
		if err := r.Table.Settings.PutConfiguration(t.Context(), settings.Configuration{Settings: settingstest.Mexico()}); err != nil {
			t.Fatal(err)
		}
		first := r.get()
		if first.Version != 0 || first.TimeZone != "America/Mexico_City" || len(first.Week) != 7 || first.Week[1][0] != (api.Hours{From: "09:00", To: "18:00"}) || len(first.Week[0]) != 0 {
			t.Fatalf("the calendar of the settings: %+v", first)
		}
		if got := dueAt(t, first.Preview, "high"); got != "2026-11-26 16:00" {
			t.Errorf("ALTA opened now is due %s", got)
		}
		body := withChange(t, first, func(c *api.NewCalendar) {
			name := "Día del empleado"
			c.Closed = []api.Closing{{Date: "2026-11-26"}, {Date: "2026-11-25", Name: &name}, {Date: "2026-11-25"}}
			c.Week[1] = []api.Hours{{From: "09:00", To: "14:00"}, {From: "15:00", To: "24:00"}}
			c.Targets[2].Resolution = &api.Target{Days: 1, Hours: 2, CalendarDays: true}
			c.Targets[0].FirstResponse = nil
			c.ReopenDays = 10
		})
		previewed, err := wiringtest.Decode[[]api.PreviewedDeadline](r.Request("preview-calendar", adrian, "/calendar/preview", body))
		if err != nil {
			t.Fatal(err)
		}
		if got := dueAt(t, previewed, "high"); got != "2026-11-30 16:00" {
			t.Errorf("preview: ALTA is due %s", got)
		}
		if got := r.get(); got.Version != 0 {
			t.Error("a preview was stored")
		}
		after, err := r.update(body)
		if err != nil || after.Version != 1 || len(after.Closed) != 2 || after.Closed[0].Date != "2026-11-25" {
			t.Fatalf("%+v, %v", after, err)
		}
		if repeated, err := r.update(body); err != nil || repeated.Version != 1 {
			t.Errorf("a repeated update: %+v, %v", repeated, err)
		}
		other := *body
		other.ReopenDays++
		if _, err := r.update(&other); !fault.Is(err, fault.Stale) {
			t.Errorf("an update based on an old version: %v", err)
		}
		config, err := r.Table.Reopen().Settings.Configuration(t.Context())
		if err != nil || config.ReopenDays != 10 || len(config.Deadlines.FirstResponses) != 3 || config.Name == "" {
			t.Errorf("the settings are %+v, %v", config.Settings, err)
		}
		want := sla.Target{Days: 1, Hours: 2, CalendarDays: true}
		if got := config.Deadlines.Targets[ticket.Low]; got != want {
			t.Errorf("the target of BAJA is %+v", got)
		}
		if repeated := r.get(); len(repeated.Week[1]) != 2 || repeated.Week[1][1].To != "24:00" || *repeated.Closed[0].Name != "Día del empleado" {
			t.Errorf("read again: %+v", repeated)
		}
	})
}

func TestCalendarsAreValidated(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		first := r.get()
		for field, edit := range map[string]func(*api.NewCalendar){
			"timeZone":                  func(c *api.NewCalendar) { c.TimeZone = "Marte/Olimpo" },
			"week":                      func(c *api.NewCalendar) { c.Week = slices.Repeat([][]api.Hours{{}}, 7) },
			"week.1.0":                  func(c *api.NewCalendar) { c.Week[1][0].To = "09:00" },
			"week.1.1":                  func(c *api.NewCalendar) { c.Week[1] = append(c.Week[1], api.Hours{From: "17:00", To: "19:00"}) },
			"week.2.0":                  func(c *api.NewCalendar) { c.Week[2][0].From = "9 am" },
			"closed.0.date":             func(c *api.NewCalendar) { c.Closed = []api.Closing{{Date: "2026-02-30"}} },
			"closed.1.date":             func(c *api.NewCalendar) { c.Closed = []api.Closing{{Date: "2026-12-24"}, {Date: "0000-01-01"}} },
			"targets.1.priority":        func(c *api.NewCalendar) { c.Targets[1].Priority = c.Targets[0].Priority },
			"targets.0.priority":        func(c *api.NewCalendar) { c.Targets[0].Priority = "urgent" },
			"targets.3.priority":        func(c *api.NewCalendar) { c.Targets[3].Resolution = &api.Target{Days: 1} },
			"targets.0.resolution.days": func(c *api.NewCalendar) { c.Targets[0].Resolution.Days = 367 },
			"warnAt":                    func(c *api.NewCalendar) { c.WarnAt = 0 },
			"escalateHours":             func(c *api.NewCalendar) { c.EscalateHours = -1 },
			"reopenDays":                func(c *api.NewCalendar) { c.ReopenDays = 0 },
		} {
			_, err := r.update(withChange(t, first, edit))
			failure, ok := errors.AsType[*fault.Error](err)
			if !ok || len(failure.Fields) != 1 || failure.Fields[0].Name != field {
				t.Errorf("%s: %v", field, err)
			}
		}
		if got := r.get(); got.Version != 0 {
			t.Error("an invalid calendar was stored")
		}
	})
}
