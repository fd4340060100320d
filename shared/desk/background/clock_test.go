package background_test

import (
	"fmt"
	"mime"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

var alma = account.Person{ID: "alma", Username: "alma", Name: "Alma Ruiz", Email: "alma@mesa.example", Role: account.Admin, Language: locale.Spanish}

// watch runs both functions that process alarms twice, as a schedule may invoke them twice.
func (r *rig) watch() {
	r.Helper()
	for range 2 {
		r.run("check-deadlines")
		r.run("close-resolved")
	}
}

func TestAlarms(t *testing.T) {
	onTable(t, func(r *rig) {
		requireNoError(t, r.Accounts.AddPerson(t.Context(), alma, ""))
		high := ticket.High
		due := r.stream(r.open("sipot", "soporte").Number, 1)
		due = r.save(ticket.Update(due, ana, ticket.Edit{Priority: &high}, r.policy(), r.write("")))
		resolved := r.stream(r.open("sipot", "soporte").Number, 1)
		r.save(ticket.AddResponse(resolved, ana, ticket.Resolved, r.policy(), r.write("listo")))
		waiting := r.stream(r.open("sipot", "soporte").Number, 1)
		r.save(ticket.AddResponse(waiting, ana, ticket.Waiting, r.policy(), r.write("¿Cuál?")))
		states := func() string {
			t.Helper()
			var all []string
			for _, number := range []ticket.Number{due.Number, resolved.Number, waiting.Number} {
				stored, _, err := r.Tickets.Thread(r.Context(), number)
				requireNoError(t, err)
				all = append(all, fmt.Sprintf("v%d %s", stored.Version, stored.Status))
			}
			return strings.Join(all, ", ")
		}
		mails := func() []string {
			t.Helper()
			r.queued, r.ses.sent = nil, nil
			for _, number := range []ticket.Number{due.Number, resolved.Number, waiting.Number} {
				r.stream(number, 1) // the next step sends these entries again
			}
			r.mailAll()
			r.mailAll()
			kinds := make([]string, 0, len(r.ses.sent))
			for _, sent := range r.ses.sent {
				to, subject, _ := strings.Cut(sent, "@")
				_, subject, _ = strings.Cut(subject, "Subject: ")
				subject, err := new(mime.WordDecoder).DecodeHeader(subject)
				requireNoError(t, err)
				_, title, _ := strings.Cut(subject, "] ")
				kinds = append(kinds, to+" "+title)
			}
			slices.Sort(kinds)
			return kinds
		}
		mails()
		for _, step := range []struct {
			name  string
			after time.Duration
			want  string
			mails []string
		}{
			{"11:00", time.Hour, "v3 open, v3 resolved, v3 waiting", nil},
			{"13:30, 75 % of 4 hours", 150 * time.Minute, "v4 open, v3 resolved, v3 waiting", []string{"ana Falta la primera respuesta"}},
			{"14:30", time.Hour, "v5 open, v3 resolved, v3 waiting", []string{"ana Venció la primera respuesta", "sofia Venció la primera respuesta"}},
			{"Thursday 07:00", 40*time.Hour + 30*time.Minute, "v6 open, v3 resolved, v3 waiting", []string{"ana Está por vencer:"}},
			{"Thursday 11:00", 4 * time.Hour, "v7 open, v3 resolved, v3 waiting", []string{"ana Venció:", "sofia Venció:"}},
			{"Friday 11:00", 24 * time.Hour, "v8 open, v3 resolved, v3 waiting", []string{"alma Sigue vencido", "sofia Sigue vencido"}},
			{"Monday, 4 business days", 72 * time.Hour, "v8 open, v3 resolved, v3 waiting", nil},
			{"Tuesday 09:30", 22*time.Hour + 30*time.Minute, "v8 open, v3 resolved, v3 waiting", nil},
			{"Tuesday 10:30, 5 business days", time.Hour, "v8 open, v3 resolved, v4 waiting", []string{"usuario Esperamos su respuesta"}},
			{"15 days after the resolution", 9 * 24 * time.Hour, "v8 open, v4 closed, v4 waiting", []string{"usuario El ticket se cerró:"}},
			{"a year later", 365 * 24 * time.Hour, "v8 open, v4 closed, v4 waiting", nil},
		} {
			r.clock.Advance(step.after)
			r.watch()
			if states() != step.want {
				t.Errorf("%s: %s, want %s", step.name, states(), step.want)
			}
			got := mails()
			if len(got) != len(step.mails) {
				t.Errorf("%s: mailed %q, want %q", step.name, got, step.mails)
				continue
			}
			for i, want := range step.mails {
				if !strings.HasPrefix(got[i], want) {
					t.Errorf("%s: mailed %q, want %q", step.name, got[i], want)
				}
			}
		}
	})
}

// TestCostOfRun checks that the cost of a run does not grow with the number of tickets that are not due.
func TestCostOfRun(t *testing.T) {
	onTable(t, func(r *rig) {
		check := r.Start("check-deadlines")
		cost := func() observe.Cost {
			t.Helper()
			meter, err := check.Run()
			requireNoError(t, err)
			return meter.Cost()
		}
		cost() // fills the cache of the settings
		baseline := cost()
		if baseline.Rounds == 0 {
			t.Fatal("a run without calls to the table")
		}
		for range 30 {
			r.stream(r.open("sipot", "soporte").Number, 1)
		}
		if got := cost(); got != baseline {
			t.Errorf("with 30 tickets that are not due: %+v, without: %+v", got, baseline)
		}
		r.clock.Advance(4 * time.Hour)
		first := cost()
		if got := cost(); got.WriteUnits != 0 || got.Rounds != baseline.Rounds {
			t.Errorf("after all notices were sent: %+v, before: %+v", got, first)
		}
	})
}

// TestChangeOfCalendarMovesAlarm checks that an alarm that was set with an earlier calendar is moved without an act, so that
// not every run reads the ticket.
func TestChangeOfCalendarMovesAlarm(t *testing.T) {
	onTable(t, func(r *rig) {
		opened := r.stream(r.open("sipot", "soporte").Number, 1)
		high := ticket.High
		answered := r.save(ticket.AddResponse(opened, ana, "", r.policy(), r.write("Lo reviso")))
		prioritized := r.save(ticket.Update(answered, ana, ticket.Edit{Priority: &high}, r.policy(), r.write("")))
		changed := settings.Configuration{Settings: settingstest.Mexico()}
		changed.Deadlines.WarnAt = 100
		changed.Deadlines.Calendar.Closed = []sla.Closing{{Date: sla.Date{Year: 2026, Month: 11, Day: 25}}}
		requireNoError(t, r.Settings.PutConfiguration(t.Context(), changed))
		r.clock.Advance(29 * time.Hour) // after the time of the warning by the old calendar
		r.run("check-deadlines")
		after, err := r.Tickets.Ticket(r.Context(), opened.Number)
		requireNoError(t, err)
		if after.Version != prioritized.Version || !after.DueAt.Equal(prioritized.DueAt) {
			t.Errorf("version %d, due %s: the deadline changed", after.Version, after.DueAt)
		}
		due, err := r.dueAlarms(ticket.WarnAlarm)
		if err != nil || len(due) != 0 {
			t.Errorf("the alarm was not moved: %v, %v", due, err)
		}
		r.clock.Advance(19 * time.Hour)
		r.run("check-deadlines")
		if after, err = r.Tickets.Ticket(r.Context(), opened.Number); err != nil || !after.Overdue {
			t.Errorf("no notice after the new time: %+v, %v", after, err)
		}
	})
}

// TestLongerReopenPeriodMovesAlarm checks that a resolved ticket gets a later alarm, without an act, if the period for
// reopening becomes longer.
func TestLongerReopenPeriodMovesAlarm(t *testing.T) {
	onTable(t, func(r *rig) {
		opened := r.stream(r.open("sipot", "soporte").Number, 1)
		resolved := r.save(ticket.AddResponse(opened, ana, ticket.Resolved, r.policy(), r.write("Listo")))
		changed := settings.Configuration{Settings: settingstest.Mexico()}
		changed.ReopenDays = 30
		requireNoError(t, r.Settings.PutConfiguration(t.Context(), changed))
		r.clock.Advance(16 * 24 * time.Hour)
		r.run("close-resolved")
		after, err := r.Tickets.Ticket(r.Context(), opened.Number)
		requireNoError(t, err)
		if after.Status != ticket.Resolved || after.Version != resolved.Version {
			t.Errorf("%s, version %d: it was closed too early", after.Status, after.Version)
		}
		r.clock.Advance(15 * 24 * time.Hour)
		r.run("close-resolved")
		if after, err = r.Tickets.Ticket(r.Context(), opened.Number); err != nil || after.Status != ticket.Closed {
			t.Errorf("%s, %v: not closed after 30 days", after.Status, err)
		}
	})
}

// TestRunEndsInTime checks that a run without time left processes no ticket, and reports the due tickets as its backlog. The
// next run processes them.
func TestRunEndsInTime(t *testing.T) {
	onTable(t, func(r *rig) {
		opened := r.stream(r.open("sipot", "soporte").Number, 1)
		r.save(ticket.AddResponse(opened, ana, ticket.Resolved, r.policy(), r.write("Listo")))
		r.clock.Advance(60 * 24 * time.Hour)
		r.Timeout = 3 * time.Second
		meter, err := r.Start("close-resolved").Run()
		if err != nil || meter.Backlog() == nil || *meter.Backlog() != 1 {
			t.Fatalf("a run without time: backlog %v, %v", meter.Backlog(), err)
		}
		r.Timeout = 0
		meter, err = r.Start("close-resolved").Run()
		if err != nil || *meter.Backlog() != 0 {
			t.Errorf("the next run: backlog %d, %v", *meter.Backlog(), err)
		}
		if after, err := r.Tickets.Ticket(r.Context(), opened.Number); err != nil || after.Status != ticket.Closed {
			t.Errorf("%+v, %v", after, err)
		}
	})
}
