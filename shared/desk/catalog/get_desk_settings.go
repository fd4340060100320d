package catalog

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// GetDeskSettings returns the settings that administrators change (N12).
type GetDeskSettings struct {
	Settings interface {
		// CurrentSettings returns the settings without a cache.
		CurrentSettings(ctx context.Context) (settings.Settings, error)
	}
}

// GetDeskSettings implements the operation get-desk-settings.
func (g GetDeskSettings) GetDeskSettings(ctx context.Context, _ api.GetDeskSettingsRequestObject) (api.GetDeskSettingsResponseObject, error) {
	current, err := g.Settings.CurrentSettings(ctx)
	if err != nil {
		return nil, err
	}
	return api.GetDeskSettings200JSONResponse(deskSettings(current)), nil
}

func deskSettings(s settings.Settings) api.DeskSettings {
	entities := make([]api.EntitySettings, 0, len(s.Entities))
	for _, entity := range s.Entities {
		entities = append(entities, api.EntitySettings{Id: entity.ID, Name: translated(entity.Name)})
	}
	return api.DeskSettings{
		Version:  s.Version,
		Identity: api.DeskIdentity{Name: s.Name, ContactText: translated(s.ContactText), ContactEmail: s.ContactEmail, AccentColor: s.AccentColor},
		Entities: entities,
		Files: api.FileSettings{
			MaxBytes: s.Attachments.MaxBytes, MaxFiles: s.Attachments.MaxFiles, Types: append([]string{}, s.Attachments.Types...),
		},
		Security: api.SecuritySettings{
			Sessions: api.SessionSettings{
				Requester: sessionTimes(s.Sessions.Requester), Agent: sessionTimes(s.Sessions.Agent),
				Supervisor: sessionTimes(s.Sessions.Supervisor), Admin: sessionTimes(s.Sessions.Admin),
			},
			LockoutFailures:     s.Lockout.Failures,
			LockoutFirstSeconds: int(s.Lockout.FirstLock.Seconds()), LockoutMaxMinutes: int(s.Lockout.MaxLock.Minutes()),
		},
	}
}

func sessionTimes(t account.SessionTimes) api.SessionTimes {
	return api.SessionTimes{Hours: int(t.Lifetime.Hours()), IdleMinutes: int(t.Idle.Minutes())}
}

// The limits that the contract declares.
const (
	maxDeskName      = 120
	maxContactText   = 500
	maxEntities      = 500
	maxEntityCode    = 40
	maxEntityName    = 80
	minFileBytes     = 1 << 20
	maxFileBytes     = 100 << 20
	maxFiles         = 20
	maxSessionHours  = 720
	minutesOfDay     = 24 * 60
	minLockFailures  = 3
	maxLockFailures  = 20
	minFirstLock     = 10
	maxFirstLock     = 3600
	lengthOfHexColor = 7
)

// checkSettings returns the stored settings with the groups of a change, and adds the errors of the change.
func checkSettings(errs *fault.FieldErrors, s settings.Settings, change api.DeskSettingsChange) settings.Settings {
	if identity := change.Identity; identity != nil {
		s.Name = check.Line(errs, "identity.name", identity.Name, 1, maxDeskName)
		s.ContactText = settings.Text{
			Spanish: check.Text(errs, "identity.contactText.es", identity.ContactText.Es, 0, maxContactText),
			English: check.Text(errs, "identity.contactText.en", api.Given(identity.ContactText.En), 0, maxContactText),
		}
		s.ContactEmail = strings.TrimSpace(identity.ContactEmail)
		if s.ContactEmail != "" {
			s.ContactEmail = check.Email(errs, "identity.contactEmail", s.ContactEmail)
		}
		s.AccentColor = identity.AccentColor
		if !isHexColor(s.AccentColor) {
			errs.Add("identity.accentColor", "field.format")
		}
	}
	if change.Entities != nil {
		s.Entities = checkEntities(errs, *change.Entities)
	}
	if files := change.Files; files != nil {
		s.Attachments = checkFiles(errs, *files)
	}
	if security := change.Security; security != nil {
		s.Sessions = account.SessionPolicy{
			Requester:  checkSessionTimes(errs, "security.sessions.requester", security.Sessions.Requester),
			Agent:      checkSessionTimes(errs, "security.sessions.agent", security.Sessions.Agent),
			Supervisor: checkSessionTimes(errs, "security.sessions.supervisor", security.Sessions.Supervisor),
			Admin:      checkSessionTimes(errs, "security.sessions.admin", security.Sessions.Admin),
		}
		s.Lockout = checkLockout(errs, s.Lockout, *security)
	}
	return s
}

// isHexColor reports whether a text is a color such as #2c5e8c.
func isHexColor(color string) bool {
	digits, found := strings.CutPrefix(color, "#")
	isOther := func(r rune) bool { return !strings.ContainsRune("0123456789abcdef", r) }
	return found && len(color) == lengthOfHexColor && !strings.ContainsFunc(digits, isOther)
}

func checkEntities(errs *fault.FieldErrors, edits []api.EntitySettings) []settings.Entity {
	if len(edits) > maxEntities {
		errs.Add("entities", "field.too-many", locale.With("count", maxEntities))
		return nil
	}
	seen := map[string]bool{}
	var entities []settings.Entity
	for i, edit := range edits {
		path := fmt.Sprintf("entities.%d", i)
		if !check.IsID(edit.Id, 1, maxEntityCode) {
			errs.Add(path+".id", "field.format")
		}
		if seen[edit.Id] {
			errs.Add(path+".id", "field.duplicate")
		}
		seen[edit.Id] = true
		entities = append(entities, settings.Entity{ID: edit.Id, Name: field.CheckBilingual(errs, path+".name", textOf(edit.Name), 1, maxEntityName)})
	}
	return entities
}

// checkFiles validates the limits of files. Only the media types of the defaults are allowed, because the desk can check the
// content and the extension of their files (B4), and browsers do not execute them.
func checkFiles(errs *fault.FieldErrors, files api.FileSettings) settings.Attachments {
	known := settings.Default().Attachments
	for i, mediaType := range files.Types {
		if !known.Allows(mediaType) {
			errs.Add(fmt.Sprintf("files.types.%d", i), "field.choice")
		}
	}
	if len(files.Types) == 0 {
		errs.Add("files.types", "field.required")
	}
	if files.MaxBytes < minFileBytes || files.MaxBytes > maxFileBytes {
		errs.Add("files.maxBytes", "field.choice")
	}
	return settings.Attachments{
		MaxBytes: files.MaxBytes, MaxFiles: check.Integer(errs, "files.maxFiles", files.MaxFiles, 1, maxFiles),
		// The types are stored in the order of the defaults, once each.
		Types: slices.DeleteFunc(slices.Clone(known.Types), func(mediaType string) bool { return !slices.Contains(files.Types, mediaType) }),
	}
}

func checkSessionTimes(errs *fault.FieldErrors, path string, times api.SessionTimes) account.SessionTimes {
	return account.SessionTimes{
		Lifetime: time.Duration(check.Integer(errs, path+".hours", times.Hours, 1, maxSessionHours)) * time.Hour,
		Idle:     time.Duration(check.Integer(errs, path+".idleMinutes", times.IdleMinutes, 0, minutesOfDay)) * time.Minute,
	}
}

func checkLockout(errs *fault.FieldErrors, lockout account.Lockout, security api.SecuritySettings) account.Lockout {
	lockout.Failures = check.Integer(errs, "security.lockoutFailures", security.LockoutFailures, minLockFailures, maxLockFailures)
	first := check.Integer(errs, "security.lockoutFirstSeconds", security.LockoutFirstSeconds, minFirstLock, maxFirstLock)
	longest := check.Integer(errs, "security.lockoutMaxMinutes", security.LockoutMaxMinutes, 1, minutesOfDay)
	lockout.FirstLock, lockout.MaxLock = time.Duration(first)*time.Second, time.Duration(longest)*time.Minute
	if lockout.MaxLock < lockout.FirstLock {
		errs.Add("security.lockoutMaxMinutes", "field.too-small", locale.With("least", int((lockout.FirstLock+time.Minute-1).Minutes())))
	}
	return lockout
}
