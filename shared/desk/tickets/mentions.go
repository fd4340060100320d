package tickets

import (
	"strings"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/ticket"
)

// mayMention reports whether it takes the staff to tell whom a text mentions.
func mayMention(body api.NewEntry, by account.Person) bool {
	return by.Role.IsStaff() && body.Kind == api.NewEntryKindNote && strings.Contains(body.Body, "data-mention")
}

// mentionsOf says who of the staff a sanitized note mentions, and returns it with their names as they are: who reads a
// mention of Ana is sure that it is she who was told.
func mentionsOf(fields *fault.Fields, clean string, staff []account.Person) (string, []ticket.Ref) {
	mentioned := ticket.Mentionable(richtext.Mentions(clean), staff)
	if len(mentioned) > ticket.MaxMentions {
		fields.Add("body", "field.mentions", locale.With("count", ticket.MaxMentions))
	}
	names := make(map[string]string, len(mentioned))
	for _, one := range mentioned {
		names[one.ID] = one.Name
	}
	return richtext.NameMentions(clean, names), mentioned
}
