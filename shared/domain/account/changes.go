package account

import (
	"errors"
	"slices"

	"mesa/shared/domain/fault"
)

// ErrChanged reports that a person, or the administrators of the desk, were changed concurrently.
var ErrChanged = errors.New("the person has changed in the meantime")

// PeopleFilter selects people of a list. Empty attributes select all.
type PeopleFilter struct {
	// Text is at the beginning of a word of the name, of the user name or of the e-mail address.
	Text           string
	Role           Role
	OrganizationID string
	// Disabled selects only disabled people if it is true, and only the others if it is false. nil selects both.
	Disabled *bool
}

// Matches reports whether a person has the attributes that the filter selects. It does not check Text.
func (f PeopleFilter) Matches(p Person) bool {
	return (f.Role == "" || p.Role == f.Role) && (f.OrganizationID == "" || p.Organization.ID == f.OrganizationID) &&
		(f.Disabled == nil || p.Disabled == *f.Disabled)
}

// PersonState is a person to change, with what the change depends on.
type PersonState struct {
	Person Person
	// Sessions are the token hashes of the person's sessions.
	Sessions []string
	// Staff is the staff directory. It is empty unless the person is an administrator.
	Staff []Person
	// AdministratorsVersion grows with every change that removes an administrator.
	AdministratorsVersion int64
}

// PersonChange is a change of a person by an administrator.
type PersonChange struct {
	Before, After Person
	// EndedSessions are the token hashes of the sessions to end.
	EndedSessions []string
	// RemovesAdministrator reports that the person is no longer an administrator who can sign in. The change is then conditional on
	// AdministratorsVersion, so that two administrators cannot remove each other at the same time.
	RemovesAdministrator  bool
	AdministratorsVersion int64
	Mails                 []Mail
}

// Change checks a change of the person by another person, and returns it. It returns a fault.Invalid with the refused field if
// nobody could administer the desk after the change, or if people disable themselves. Sessions of the person end if the role
// changes or the person is disabled.
func (s PersonState) Change(after Person, by string) (PersonChange, error) {
	before := s.Person
	change := PersonChange{Before: before, After: after, AdministratorsVersion: s.AdministratorsVersion}
	var errs fault.FieldErrors
	if after.Disabled && !before.Disabled && by == before.ID {
		errs.Add("disabled", "person.self")
	}
	change.RemovesAdministrator = isAdministrator(before) && !isAdministrator(after)
	others := func(p Person) bool { return p.ID != before.ID && isAdministrator(p) }
	if change.RemovesAdministrator && !slices.ContainsFunc(s.Staff, others) {
		field := "role"
		if after.Disabled {
			field = "disabled"
		}
		errs.Add(field, "person.last-administrator")
	}
	if after.Role != before.Role || after.Disabled && !before.Disabled {
		change.EndedSessions = s.Sessions
	}
	return change, errs.Err()
}

func isAdministrator(p Person) bool { return p.Role == Admin && !p.Disabled }
