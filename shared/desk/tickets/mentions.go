package tickets

import (
	"strings"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/ticket"
)

// mayMention reports whether the text may mention staff. Only then the staff directory must be read.
func mayMention(body api.NewEntry, by account.Person) bool {
	return permission.Allows(permission.WriteNote, by.Role, permission.Anyone) && body.Kind == api.NewEntryKindNote && strings.Contains(body.Body, "data-mention")
}

// checkMentions returns the staff whom a sanitized note mentions. It also returns the note with their current names in the
// mentions, so that a mention never shows another person's name.
func checkMentions(errs *fault.FieldErrors, clean string, staff []account.Person) (string, []ticket.Ref) {
	mentioned := ticket.MentionedStaff(richtext.Mentions(clean), staff)
	if len(mentioned) > ticket.MaxMentions {
		errs.Add("body", "field.mentions", locale.With("count", ticket.MaxMentions))
	}
	names := make(map[string]string, len(mentioned))
	for _, ref := range mentioned {
		names[ref.ID] = ref.Name
	}
	return richtext.NameMentions(clean, names), mentioned
}
