package settings_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

func TestDefaultsAreNeutral(t *testing.T) {
	config := settings.Default()
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"name", config.Name, "Mesa de Servicio"},
		{"e-mail", config.ContactEmail, ""},
		{"first number", config.Numbering.Format(config.FirstNumber), ticket.Number("T000001")},
		{"reopen", config.ReopenPeriod(), 15 * 24 * time.Hour},
		{"session of a requester", config.SignIn().Sessions.Of(account.Requester), account.SessionTimes{Lifetime: 12 * time.Hour}},
		{"session of an agent", config.SignIn().Sessions.Of(account.Agent), account.SessionTimes{Lifetime: 12 * time.Hour, Idle: 30 * time.Minute}},
		{"bytes", config.Attachments.MaxBytes, int64(25 << 20)},
		{"files", config.Attachments.MaxFiles, 10},
		{"zone", config.TimeZone, "UTC"},
		{"holidays", config.Deadlines.Calendar.OfficialHolidays, false},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	if err := config.Check(); err != nil {
		t.Error(err)
	}
	for media, allowed := range map[string]bool{
		"application/pdf": true, "image/png": true, "text/csv": true, "application/zip": true,
		"text/html": false, "image/svg+xml": false, "application/x-msdownload": false, "application/javascript": false, "": false,
	} {
		if config.Attachments.Allows(media) != allowed {
			t.Errorf("%s: allowed %t", media, !allowed)
		}
	}
}

func TestPolicy(t *testing.T) {
	opened := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC) // a Tuesday, 10:00
	for _, c := range []struct {
		name     string
		policy   sla.Policy
		priority ticket.Priority
		want     time.Time
	}{
		{"ALTA", settings.Default().Deadlines, ticket.High, opened.AddDate(0, 0, 2)},
		{"BAJA", settings.Default().Deadlines, ticket.Low, time.Time{}},
		{"invalid policy", sla.Policy{WarnAt: 400}, ticket.High, opened.AddDate(0, 0, 2)},
		{"ALTA without a deadline", sla.Policy{Targets: map[ticket.Priority]sla.Target{}}, ticket.High, time.Time{}},
	} {
		s := settings.Default()
		s.Deadlines = c.policy
		if got := s.Policy().Deadlines.Due(c.priority, opened, 0); !got.Equal(c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	invalid := settings.Default()
	invalid.Deadlines.WarnAt = 400
	if invalid.Check() == nil {
		t.Error("Check accepts an invalid warning")
	}
}

func TestTextIn(t *testing.T) {
	both, onlySpanish := settings.Text{Spanish: "hola", English: "hello"}, settings.Text{Spanish: "hola"}
	for _, c := range []struct {
		text settings.Text
		in   locale.Language
		want string
	}{{both, locale.Spanish, "hola"}, {both, locale.English, "hello"}, {onlySpanish, locale.English, "hola"}, {both, "", "hola"}} {
		if got := c.text.In(c.in); got != c.want {
			t.Errorf("%+v in %q: %q", c.text, c.in, got)
		}
	}
}

func TestConfiguration(t *testing.T) {
	config := settings.Configuration{
		Topics: []settings.Topic{
			{ID: "c", Name: settings.Text{Spanish: "C"}, Order: 2, Public: true, Active: true},
			{ID: "b", Name: settings.Text{Spanish: "B"}, Order: 1, Public: true},
			{ID: "a", Name: settings.Text{Spanish: "A"}, Order: 1, Public: true, Active: true, DepartmentID: "d", Routing: settings.Routing{
				Method: routing.Fixed, AgentIDs: []string{"ana"}, TeamID: "equipo",
			}},
			{ID: "d", Name: settings.Text{Spanish: "D"}, Active: true},
		},
		Departments: []settings.Department{{ID: "d", Name: settings.Text{Spanish: "Depto"}}, {ID: "x", Name: settings.Text{Spanish: "Otro"}}},
		Teams: []settings.Team{
			{ID: "equipo", Name: settings.Text{Spanish: "Equipo"}, MemberIDs: []string{"bruno"}},
			{ID: "regla", Name: settings.Text{Spanish: "De la regla"}, MemberIDs: []string{"carla"}},
		},
	}
	config.Sort()
	var public []string
	for _, topic := range config.PublicTopics() {
		public = append(public, topic.ID)
	}
	if diff := cmp.Diff([]string{"a", "c"}, public); diff != "" {
		t.Error(diff)
	}
	topic, ok := config.Topic("a")
	if _, none := config.Topic("z"); !ok || none {
		t.Error("Topic does not find topics by identifier")
	}
	staff := []account.Person{
		{ID: "ana", Role: account.Agent, Departments: []string{"d"}},
		{ID: "bruno", Role: account.Agent, Departments: []string{"x"}},
		{ID: "gone", Role: account.Agent, Departments: []string{"d"}, Disabled: true},
		{ID: "sofia", Role: account.Supervisor, Departments: []string{"x", "d"}},
		{ID: "diego", Role: account.Agent, Departments: []string{"x", "d"}},
	}
	own := routing.Group{ID: "equipo", Name: "Equipo", Members: []string{"bruno"}}
	department := routing.Group{ID: "d", Name: "Depto", Members: []string{"ana", "diego"}}
	other := routing.Group{ID: "x", Name: "Otro", Members: []string{"bruno", "diego"}}
	team := routing.Group{ID: "regla", Name: "De la regla", Members: []string{"carla"}}
	for name, c := range map[string]struct {
		rule       *routing.Rule
		want       routing.Plan
		department string
	}{
		"the topic's routing": {nil, routing.Plan{Name: "A", TopicID: "a", Method: routing.Fixed, Agents: []string{"ana"}, Team: own, Department: department}, "d"},
		"a rule without a department": {
			&routing.Rule{Name: "R", Method: routing.RoundRobin, AgentIDs: []string{"bruno"}},
			routing.Plan{Name: "R", ByRule: true, Method: routing.RoundRobin, Agents: []string{"bruno"}, Team: own, Department: department},
			"d",
		},
		"a rule with a team": {
			&routing.Rule{Name: "R", Method: routing.LeastLoaded, TeamID: "regla"},
			routing.Plan{Name: "R", ByRule: true, Method: routing.LeastLoaded, Team: team, Department: department},
			"d",
		},
		"a rule for another department": {
			&routing.Rule{Name: "R", Method: routing.LeastLoaded, DepartmentID: "x"},
			routing.Plan{Name: "R", ByRule: true, Method: routing.LeastLoaded, Department: other},
			"x",
		},
	} {
		got, department := config.PlanOf(topic, c.rule, staff)
		if diff := cmp.Diff(c.want, got); diff != "" || department.ID != c.department {
			t.Errorf("%s: department %q, %s", name, department.ID, diff)
		}
	}
}

func TestToday(t *testing.T) {
	config := settings.Configuration{Settings: settings.Settings{TimeZone: "America/Mexico_City"}}
	for text, want := range map[string]string{"2026-12-01T05:59:59Z": "2026-11-30", "2026-12-01T06:00:00Z": "2026-12-01"} {
		instant, err := time.Parse(time.RFC3339, text)
		if got := config.Today(instant); err != nil || got != want {
			t.Errorf("%s is %s in the desk's time zone, want %s", text, got, want)
		}
	}
}

// TestRemindersAndClosingsFallInWorkingTime checks that the scheduler sends nothing on a day off (F7, D6).
func TestRemindersAndClosingsFallInWorkingTime(t *testing.T) {
	config := settings.Default()
	config.TimeZone = "America/Mexico_City"
	mexico, err := time.LoadLocation(config.TimeZone)
	if err != nil {
		t.Fatal(err)
	}
	tuesday := time.Date(2026, 12, 1, 10, 0, 0, 0, mexico)
	for name, c := range map[string]struct {
		ticket ticket.Ticket
		want   time.Time
	}{
		"waiting since Tuesday":             {ticket.Ticket{Status: ticket.Waiting, StoppedAt: tuesday}, tuesday.AddDate(0, 0, 7)},
		"resolved 15 days before Wednesday": {ticket.Ticket{Status: ticket.Resolved, ReopenableSince: tuesday}, tuesday.AddDate(0, 0, 15)},
		"resolved 15 days before Saturday":  {ticket.Ticket{Status: ticket.Resolved, ReopenableSince: tuesday.AddDate(0, 0, 3)}, time.Date(2026, 12, 21, 9, 0, 0, 0, mexico)},
	} {
		if got := c.ticket.Alarm(config.Policy()).At.In(mexico); !got.Equal(c.want) {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
