package catalog

import (
	"mesa/shared/api"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
)

// asked are a topic's extra fields as its form asks them, in a language.
func asked(fields []field.Field, in func(settings.Text) string) *[]api.ExtraField {
	if len(field.Asked(fields)) == 0 {
		return nil
	}
	all := make([]api.ExtraField, 0, len(fields))
	for _, f := range field.Asked(fields) {
		one := api.ExtraField{Id: f.ID, Kind: api.FieldKind(f.Kind), Name: in(f.Name), Help: api.Optional(in(f.Help)), Required: f.Required, Min: f.Min, Max: f.Max}
		if f.Kind == field.Text || f.Kind == field.LongText {
			one.MaxLength = new(f.Most())
		}
		if f.Kind == field.Choice {
			options := make([]api.FieldOption, 0, len(f.Options))
			for _, option := range f.Options {
				options = append(options, api.FieldOption{Id: option.ID, Name: in(option.Name)})
			}
			one.Options = &options
		}
		all = append(all, one)
	}
	return &all
}

// laidDown is a topic as administrators read and change it.
func laidDown(t settings.Topic, fields []field.Field) api.TopicSettings {
	told := api.TopicSettings{
		Id: t.ID, Version: t.Version, Name: translated(t.Name), Description: translated(t.Description), DepartmentId: t.DepartmentID,
		Public: t.Public, Active: t.Active, Order: t.Order,
		AgentIds: append([]string{}, t.Routing.AgentIDs...), TeamIds: append([]string{}, t.Routing.TeamIDs...),
		Fields: make([]api.FieldSettings, 0, len(fields)),
	}
	if t.Routing.Method != "" {
		told.Method = new(api.RoutingMethod(t.Routing.Method))
	}
	if t.Routing.TeamName.Spanish != "" {
		told.TeamName = new(translated(t.Routing.TeamName))
	}
	for _, f := range fields {
		one := api.FieldSettings{Id: f.ID, Kind: api.FieldKind(f.Kind), Name: translated(f.Name), Help: translated(f.Help), Required: f.Required, Active: !f.Retired, Min: f.Min, Max: f.Max}
		if f.MaxLength > 0 {
			one.MaxLength = new(f.MaxLength)
		}
		options := make([]api.OptionSettings, 0, len(f.Options))
		for _, option := range f.Options {
			options = append(options, api.OptionSettings{Id: option.ID, Name: translated(option.Name)})
		}
		one.Options = &options
		told.Fields = append(told.Fields, one)
	}
	return told
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
