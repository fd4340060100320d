package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// UpdateDeskSettings changes groups of settings (N12). Other functions cache the settings, so they use the change some seconds
// later.
type UpdateDeskSettings struct {
	Settings interface {
		// CurrentSettings returns the settings without a cache.
		CurrentSettings(ctx context.Context) (settings.Settings, error)
		// SaveSettings stores settings with the audit event of the change. Their version must be the version that was read plus one.
		// It returns fault.Edited if the stored version differs from the version that was read.
		SaveSettings(ctx context.Context, s settings.Settings, event audit.Event) error
	}
	Clock clock.Clock
}

// UpdateDeskSettings implements the operation update-desk-settings.
func (u UpdateDeskSettings) UpdateDeskSettings(ctx context.Context, r api.UpdateDeskSettingsRequestObject) (api.UpdateDeskSettingsResponseObject, error) {
	stored, err := u.Settings.CurrentSettings(ctx)
	if err != nil {
		return nil, err
	}
	if r.Body.Version != stored.Version {
		return nil, &editConflict{deskSettings(stored)}
	}
	var errs fault.FieldErrors
	changed := checkSettings(&errs, stored, *r.Body)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	changed.Version++
	event := caller.From(ctx).Event(audit.SettingsChanged, u.Clock.Now()).Changing(stored, changed).KeptFor(audit.RetentionOf(stored.AuditDays))
	if err := u.Settings.SaveSettings(ctx, changed, event); err != nil {
		return nil, err
	}
	return api.UpdateDeskSettings200JSONResponse(deskSettings(changed)), nil
}
