package ticket

import "strings"

// RequesterScope names the part of the search index with a requester's tickets; the others name theirs. A person searches
// only scopes whose tickets they may read (C2, C5). Notes are in none: what staff write to themselves is not found by others.
func RequesterScope(id string) string { return "r:" + id }

// OrganizationScope has the tickets of an organization that shares.
func OrganizationScope(id string) string { return "o:" + id }

// DepartmentScope has a department's tickets, for staff.
func DepartmentScope(id string) string { return "d:" + id }

// IsStaffScope reports whether only staff search a scope.
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

// StatusTerm is the term that a ticket of a status has in the index beside its words. No word has its form.
func StatusTerm(status Status) string { return "=" + string(status) }
