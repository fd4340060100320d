package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// GetSettings tells what pages need to know of the desk before and after signing in (A4, B4, D2).
type GetSettings struct {
	Source Desk
}

// GetSettings implements the operation get-settings.
func (g GetSettings) GetSettings(ctx context.Context, _ api.GetSettingsRequestObject) (api.GetSettingsResponseObject, error) {
	desk, err := g.Source.Desk(ctx)
	if err != nil {
		return nil, err
	}
	speaks := caller.From(ctx).Speaks
	return api.GetSettings200JSONResponse{
		DeskName: desk.Name, ContactText: api.Optional(desk.ContactText.In(speaks)), ContactEmail: api.Optional(desk.ContactEmail),
		LogoUrl: api.Optional(desk.LogoURL), AccentColor: api.Optional(desk.AccentColor),
		TicketPrefix: desk.Numbering.Prefix, TimeZone: desk.TimeZone, ReopenDays: desk.ReopenDays,
		RatingDays: desk.RatingDays, WorkDayMinutes: int(desk.WorkDay().Minutes()),
		Severities: severities(desk.Settings, speaks),
		Attachments: api.AttachmentLimits{
			MaxBytes: desk.Attachments.MaxBytes, MaxFiles: desk.Attachments.MaxFiles, Types: append([]string{}, desk.Attachments.Types...),
		},
	}, nil
}

// severities are the priorities with the seed's own criteria and the days that the desk has settled (D2, D3).
func severities(s settings.Settings, speaks locale.Language) []api.Severity {
	told := make([]api.Severity, 0, 3)
	for _, priority := range []ticket.Priority{ticket.High, ticket.Medium, ticket.Low} {
		severity := api.Severity{
			Priority: api.Priority(priority), Criteria: locale.PriorityCriteria(speaks, string(priority)),
		}
		if target := s.Deadlines.Targets[priority]; target.Days > 0 {
			days, business := target.Days, !target.CalendarDays
			severity.Days, severity.BusinessDays = &days, &business
		}
		told = append(told, severity)
	}
	return told
}
