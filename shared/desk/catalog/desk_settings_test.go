package catalog_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/wiring/wiringtest"
)

func (r rig) deskSettings() api.DeskSettings {
	r.Helper()
	current, err := wiringtest.Decode[api.DeskSettings](r.Request("get-desk-settings", adrian, "/desk-settings", nil))
	if err != nil {
		r.Fatal(err)
	}
	return current
}

func TestUpdateDeskSettings(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		before := r.deskSettings()
		calendar, err := r.Table.Settings.CurrentSettings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		identity := api.DeskIdentity{Name: "Mesa nueva", ContactText: translated("Llame al 55.", ""), ContactEmail: "mesa@ejemplo.mx", AccentColor: "#7a1f3d"}
		want := before
		want.Version, want.Identity = 1, identity
		changed, err := put[api.DeskSettings](r, "update-desk-settings", "/desk-settings", api.DeskSettingsChange{Identity: &identity})
		if diff := cmp.Diff(want, changed); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
		// Another administrator changes another group.
		if diff := cmp.Diff(want, currentOf[api.DeskSettings](r, "update-desk-settings", "/desk-settings", api.DeskSettingsChange{Identity: &identity})); diff != "" {
			t.Error(diff)
		}
		want.Version = 2
		want.Entities = []api.EntitySettings{{Id: "CDMX", Name: translated("Ciudad de México", "Mexico City")}}
		want.Files = api.FileSettings{MaxBytes: 5 << 20, MaxFiles: 3, Types: []string{"application/pdf", "image/png"}}
		staff := api.SessionTimes{Hours: 8, IdleMinutes: 15}
		sessions := api.SessionSettings{Requester: api.SessionTimes{Hours: 24}, Agent: staff, Supervisor: staff, Admin: api.SessionTimes{Hours: 1, IdleMinutes: 10}}
		want.Security = api.SecuritySettings{Sessions: sessions, LockoutFailures: 3, LockoutFirstSeconds: 60, LockoutMaxMinutes: 30}
		body := api.DeskSettingsChange{Version: 1, Entities: &want.Entities, Files: &want.Files, Security: &want.Security}
		if _, err := put[api.DeskSettings](r, "update-desk-settings", "/desk-settings", body); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, r.deskSettings()); diff != "" {
			t.Error(diff)
		}
		stored, err := r.Table.Reopen().Settings.CurrentSettings(t.Context())
		if err != nil || !cmp.Equal(calendar.Deadlines, stored.Deadlines) || stored.Numbering != calendar.Numbering {
			t.Errorf("the change replaced other settings: %+v, %v", stored, err)
		}
		public, err := wiringtest.Decode[api.Settings](r.Request("get-settings", nobody, "/settings", nil))
		if err != nil || public.DeskName != "Mesa nueva" || *public.AccentColor != "#7a1f3d" || public.Attachments.MaxFiles != 3 {
			t.Errorf("%+v, %v", public, err)
		}
	})
}

func TestUpdateDeskSettingsValidates(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		before := r.deskSettings()
		for want, change := range map[string]func(*api.DeskSettings){
			"identity.name":                       func(s *api.DeskSettings) { s.Identity.Name = " " },
			"identity.contactEmail":               func(s *api.DeskSettings) { s.Identity.ContactEmail = "mesa" },
			"identity.accentColor":                func(s *api.DeskSettings) { s.Identity.AccentColor = "#12345g" },
			"entities.1.id":                       func(s *api.DeskSettings) { s.Entities[1].Id = s.Entities[0].Id },
			"entities.0.id":                       func(s *api.DeskSettings) { s.Entities[0].Id = "dos palabras" },
			"entities.0.name.es":                  func(s *api.DeskSettings) { s.Entities[0].Name = translated("", "") },
			"entities":                            func(s *api.DeskSettings) { s.Entities = make([]api.EntitySettings, 501) },
			"files.types.0":                       func(s *api.DeskSettings) { s.Files.Types = []string{"text/html"} },
			"files.types":                         func(s *api.DeskSettings) { s.Files.Types = []string{} },
			"files.maxBytes":                      func(s *api.DeskSettings) { s.Files.MaxBytes = 1 },
			"files.maxFiles":                      func(s *api.DeskSettings) { s.Files.MaxFiles = 0 },
			"security.sessions.agent.hours":       func(s *api.DeskSettings) { s.Security.Sessions.Agent.Hours = 0 },
			"security.sessions.admin.idleMinutes": func(s *api.DeskSettings) { s.Security.Sessions.Admin.IdleMinutes = -1 },
			"security.lockoutFailures":            func(s *api.DeskSettings) { s.Security.LockoutFailures = 1 },
			"security.lockoutFirstSeconds":        func(s *api.DeskSettings) { s.Security.LockoutFirstSeconds = 1 },
			"security.lockoutMaxMinutes":          func(s *api.DeskSettings) { s.Security.LockoutFirstSeconds, s.Security.LockoutMaxMinutes = 3600, 30 },
		} {
			body := r.deskSettings()
			change(&body)
			_, err := put[api.DeskSettings](r, "update-desk-settings", "/desk-settings", api.DeskSettingsChange{
				Version: body.Version, Identity: &body.Identity, Entities: &body.Entities, Files: &body.Files, Security: &body.Security,
			})
			if names := invalidFields(err); !slices.Equal(names, []string{want}) {
				t.Errorf("%s: %v, %v", want, names, err)
			}
		}
		if diff := cmp.Diff(before, r.deskSettings()); diff != "" {
			t.Error(diff)
		}
	})
}
