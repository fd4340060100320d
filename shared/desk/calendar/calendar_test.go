package calendar_test

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/calendar"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

// now is a Tuesday, 10:00 in Mexico City.
var now = clock.Fixed(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))

func get(t *testing.T, table storetest.Table) api.Calendar {
	t.Helper()
	got, err := calendar.GetCalendar{Settings: table.Settings, Clock: now}.GetCalendar(t.Context(), api.GetCalendarRequestObject{})
	if err != nil {
		t.Fatal(err)
	}
	return api.Calendar(got.(api.GetCalendar200JSONResponse))
}

// changed returns a request that sends a calendar back with a change.
func changed(t *testing.T, from api.Calendar, change func(*api.NewCalendar)) *api.NewCalendar {
	t.Helper()
	var body api.NewCalendar
	written, err := json.Marshal(from)
	if err == nil {
		err = json.NewDecoder(bytes.NewReader(written)).Decode(&body)
	}
	if err != nil {
		t.Fatal(err)
	}
	change(&body)
	return &body
}

func update(ctx context.Context, table storetest.Table, body *api.NewCalendar) (api.Calendar, error) {
	got, err := calendar.UpdateCalendar{Settings: table.Settings, Clock: now}.UpdateCalendar(ctx, api.UpdateCalendarRequestObject{Body: body})
	if err != nil {
		return api.Calendar{}, err
	}
	return api.Calendar(got.(api.UpdateCalendar200JSONResponse)), nil
}

func dueAt(t *testing.T, preview []api.PreviewedDeadline, priority string) string {
	t.Helper()
	for _, one := range preview {
		if one.Priority == priority && one.DueAt != nil {
			return one.DueAt.Format("2006-01-02 15:04")
		}
	}
	return ""
}

func TestCalendarIsSeenChangedAndGoneBy(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		if none := get(t, table); none.Version != 0 || none.TimeZone != "UTC" || none.OfficialHolidays {
			t.Errorf("a desk without settings: %+v", none)
		}
		if err := table.Settings.PutDesk(t.Context(), settings.Desk{Settings: settingstest.Mexico()}); err != nil {
			t.Fatal(err)
		}
		first := get(t, table)
		if first.Version != 0 || first.TimeZone != "America/Mexico_City" || len(first.Week) != 7 || first.Week[1][0] != (api.Hours{From: "09:00", To: "18:00"}) || len(first.Week[0]) != 0 {
			t.Fatalf("as the settings have it: %+v", first)
		}
		if got := dueAt(t, first.Preview, "high"); got != "2026-11-26 16:00" {
			t.Errorf("ALTA opened now is due %s", got)
		}
		body := changed(t, first, func(c *api.NewCalendar) {
			name := "Día del empleado"
			c.Closed = []api.Closing{{Date: "2026-11-26"}, {Date: "2026-11-25", Name: &name}, {Date: "2026-11-25"}}
			c.Week[1] = []api.Hours{{From: "09:00", To: "14:00"}, {From: "15:00", To: "24:00"}}
			c.Targets[2].Resolution = &api.Target{Days: 1, Hours: 2, CalendarDays: true}
			c.Targets[0].FirstAnswer = nil
			c.ReopenDays = 10
		})
		previewed, err := calendar.PreviewCalendar{Clock: now}.PreviewCalendar(t.Context(), api.PreviewCalendarRequestObject{Body: body})
		if err != nil {
			t.Fatal(err)
		}
		if got := dueAt(t, previewed.(api.PreviewCalendar200JSONResponse), "high"); got != "2026-11-30 16:00" {
			t.Errorf("previewed: ALTA is due %s", got)
		}
		if got := get(t, table); got.Version != 0 {
			t.Error("a preview was kept")
		}
		after, err := update(t.Context(), table, body)
		if err != nil || after.Version != 1 || len(after.Closed) != 2 || after.Closed[0].Date != "2026-11-25" {
			t.Fatalf("%+v, %v", after, err)
		}
		if again, err := update(t.Context(), table, body); err != nil || again.Version != 1 {
			t.Errorf("the same once more: %+v, %v", again, err)
		}
		other := *body
		other.ReopenDays++
		if _, err := update(t.Context(), table, &other); !fault.Is(err, fault.Stale) {
			t.Errorf("a second change on the version: %v", err)
		}
		desk, err := table.Again().Settings.Desk(t.Context())
		if err != nil || desk.ReopenDays != 10 || len(desk.Deadlines.FirstAnswers) != 3 || desk.Name == "" {
			t.Errorf("the desk goes by %+v, %v", desk.Settings, err)
		}
		want := sla.Target{Days: 1, Hours: 2, CalendarDays: true}
		if got := desk.Deadlines.Targets[ticket.Low]; got != want {
			t.Errorf("BAJA has %+v", got)
		}
		if again := get(t, table); len(again.Week[1]) != 2 || again.Week[1][1].To != "24:00" || *again.Closed[0].Name != "Día del empleado" {
			t.Errorf("read again: %+v", again)
		}
	})
}

func TestUnusableCalendars(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		first := get(t, table)
		for field, change := range map[string]func(*api.NewCalendar){
			"timeZone":                  func(c *api.NewCalendar) { c.TimeZone = "Marte/Olimpo" },
			"week":                      func(c *api.NewCalendar) { c.Week = make([][]api.Hours, 7) },
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
			_, err := update(t.Context(), table, changed(t, first, change))
			failure, ok := err.(*fault.Error) //nolint:errorlint // Fields belongs to the error itself, not to a wrapped one
			if !ok || len(failure.Fields) != 1 || failure.Fields[0].Name != field {
				t.Errorf("%s: %v", field, err)
			}
		}
		if got := get(t, table); got.Version != 0 {
			t.Error("an unusable calendar was kept")
		}
	})
}
