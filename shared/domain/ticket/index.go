package ticket

import "strings"

// RequesterScope names the part of the search index with a person's tickets: those that they opened or participate in. A person
// searches only scopes whose tickets they may read (C2, C5). No scope has the text of notes.
func RequesterScope(id string) string { return "r:" + id }

// OrganizationScope names the part with the tickets of an organization that shares them.
func OrganizationScope(id string) string { return "o:" + id }

// DepartmentScope names the part with a department's tickets, for staff.
func DepartmentScope(id string) string { return "d:" + id }

// IsStaffScope reports whether only staff may search a scope.
func IsStaffScope(scope string) bool { return strings.HasPrefix(scope, DepartmentScope("")) }

// Scopes returns the parts of the search index that a ticket is in.
func Scopes(t Ticket) []string {
	scopes := []string{RequesterScope(t.Requester.ID), DepartmentScope(t.Department.ID)}
	for _, participant := range t.Participants {
		scopes = append(scopes, RequesterScope(participant.ID))
	}
	if t.Requester.Organization.Shares {
		scopes = append(scopes, OrganizationScope(t.Requester.Organization.ID))
	}
	return scopes
}

// StatusTerm returns the term of the tickets of a status.
func StatusTerm(status Status) string { return "=" + string(status) }
