package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// GetSettings returns the settings that pages need, also to visitors who are not signed in (A4, B4, D2).
type GetSettings struct {
	Settings Settings
}

// GetSettings implements the operation get-settings.
func (g GetSettings) GetSettings(ctx context.Context, _ api.GetSettingsRequestObject) (api.GetSettingsResponseObject, error) {
	config, err := g.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	return api.GetSettings200JSONResponse(publicSettings(config.Settings, caller.From(ctx).ResponseLanguage)), nil
}

func publicSettings(s settings.Settings, language locale.Language) api.Settings {
	return api.Settings{
		DeskName: s.Name, ContactText: api.Optional(s.ContactText.In(language)), ContactEmail: api.Optional(s.ContactEmail),
		LogoUrl: api.Optional(s.LogoURL), AccentColor: api.Optional(s.AccentColor),
		TicketPrefix: s.Numbering.Prefix, TimeZone: s.TimeZone, ReopenDays: s.ReopenDays,
		RatingDays: s.RatingDays, WorkDayMinutes: int(s.WorkDay().Minutes()),
		Severities: severities(s, language),
		Attachments: api.AttachmentLimits{
			MaxBytes: s.Attachments.MaxBytes, MaxFiles: s.Attachments.MaxFiles, Types: append([]string{}, s.Attachments.Types...),
		},
	}
}

// severities returns the priorities with their criteria and the days of their targets (D2, D3). A target of hours only is
// omitted.
func severities(s settings.Settings, language locale.Language) []api.Severity {
	result := make([]api.Severity, 0, 3)
	for _, priority := range []ticket.Priority{ticket.High, ticket.Medium, ticket.Low} {
		severity := api.Severity{
			Priority: api.Priority(priority), Criteria: locale.PriorityCriteria(language, string(priority)),
		}
		if target := s.Deadlines.Targets[priority]; target.Days > 0 {
			days, business := target.Days, !target.CalendarDays
			severity.Days, severity.BusinessDays = &days, &business
		}
		result = append(result, severity)
	}
	return result
}
