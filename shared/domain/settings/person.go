package settings

import (
	"strings"

	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

const (
	maxPersonName = 120
	minUsername   = 3
	maxUsername   = 60
)

// CheckPerson validates a new person, except the identifier, and returns the person with the white space around texts removed.
// The organization of the result has its name and its sharing from organizations. Agents need a department, because they see
// only tickets of their departments. Departments and entity must be in the configuration, the organization in organizations.
func (c Configuration) CheckPerson(errs *fault.FieldErrors, p account.Person, organizations map[string]account.Organization) account.Person {
	p.Name = check.PersonName(errs, "name", p.Name, maxPersonName)
	p.Username = checkUsername(errs, p.Username)
	p.Email = check.Email(errs, "email", p.Email)
	p.Phone = check.Phone(errs, "phone", p.Phone, true)
	if _, known := locale.Parse(string(p.Language)); !known {
		errs.Add("language", "field.choice")
	}
	check.TimeZone(errs, "timeZone", p.TimeZone)
	if p.Role != account.Requester && !p.Role.IsStaff() {
		errs.Add("role", "field.choice")
	}
	if _, known := c.Entity(p.Entity); p.Entity != "" && !known {
		errs.Add("entity", "field.choice")
	}
	organization, known := organizations[p.Organization.ID]
	if p.Organization.ID != "" && !known {
		errs.Add("organization", "field.choice")
	}
	p.Organization = organization
	c.checkDepartments(errs, p)
	return p
}

func checkUsername(errs *fault.FieldErrors, value string) string {
	before := len(*errs)
	value = check.Line(errs, "username", value, minUsername, maxUsername)
	if len(*errs) == before && !isUsername(value) {
		errs.Add("username", "field.format")
	}
	return value
}

// isUsername reports whether a text has only letters and digits, with single dots, hyphens or underscores between them. A user
// name has no @, so that it is never an e-mail address: people sign in with either (A1).
func isUsername(value string) bool {
	isOther := func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') }
	for part := range strings.SplitSeq(strings.NewReplacer("-", ".", "_", ".").Replace(value), ".") {
		if part == "" || strings.ContainsFunc(part, isOther) {
			return false
		}
	}
	return true
}

func (c Configuration) checkDepartments(errs *fault.FieldErrors, p account.Person) {
	if p.Role == account.Agent && len(p.Departments) == 0 {
		errs.Add("departments", "field.required")
	}
	if !p.Role.IsStaff() && len(p.Departments) > 0 {
		errs.Add("departments", "field.not-allowed")
	}
	for _, id := range p.Departments {
		if _, known := c.Department(id); !known {
			errs.Add("departments", "field.choice")
			return
		}
	}
}
