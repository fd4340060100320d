package catalog

import (
	"mesa/shared/api"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// extraFields returns the active extra fields of a topic, for the form.
func extraFields(fields []field.Field, language locale.Language) *[]api.ExtraField {
	active := field.Active(fields)
	if len(active) == 0 {
		return nil
	}
	all := make([]api.ExtraField, 0, len(active))
	for _, f := range active {
		extra := api.ExtraField{Id: f.ID, Kind: api.FieldKind(f.Kind), Name: f.Name.In(language), Help: api.Optional(f.Help.In(language)), Required: f.Required, Min: f.Min, Max: f.Max}
		if f.Kind == field.Text || f.Kind == field.LongText {
			extra.MaxLength = new(f.MaxChars())
		}
		if f.Kind == field.Choice {
			options := make([]api.FieldOption, 0, len(f.Options))
			for _, option := range f.Options {
				options = append(options, api.FieldOption{Id: option.ID, Name: option.Name.In(language)})
			}
			extra.Options = &options
		}
		all = append(all, extra)
	}
	return &all
}

// settingsOf maps a topic and all its settings to the contract.
func settingsOf(t settings.Topic, fields []field.Field) api.TopicSettings {
	result := api.TopicSettings{
		Id: t.ID, Version: t.Version, Name: translated(t.Name), Description: translated(t.Description), DepartmentId: t.DepartmentID,
		Public: t.Public, Active: t.Active, Order: t.Order,
		AgentIds: append([]string{}, t.Routing.AgentIDs...), TeamId: api.Optional(t.Routing.TeamID),
		Fields: make([]api.FieldSettings, 0, len(fields)),
	}
	if t.Routing.Method != "" {
		result.Method = new(api.RoutingMethod(t.Routing.Method))
	}
	for _, f := range fields {
		definition := api.FieldSettings{Id: f.ID, Kind: api.FieldKind(f.Kind), Name: translated(f.Name), Help: translated(f.Help), Required: f.Required, Active: !f.Retired, Min: f.Min, Max: f.Max}
		if f.MaxLength > 0 {
			definition.MaxLength = new(f.MaxLength)
		}
		options := make([]api.OptionSettings, 0, len(f.Options))
		for _, option := range f.Options {
			options = append(options, api.OptionSettings{Id: option.ID, Name: translated(option.Name)})
		}
		definition.Options = &options
		result.Fields = append(result.Fields, definition)
	}
	return result
}

func translated(t settings.Text) api.Translated {
	return api.Translated{Es: t.Spanish, En: api.Optional(t.English)}
}

func textOf(t api.Translated) settings.Text {
	text := settings.Text{Spanish: t.Es}
	if t.En != nil {
		text.English = *t.En
	}
	return text
}
