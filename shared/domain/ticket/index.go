package ticket

import "strings"

// RequesterScope returns the scope of the search index with the tickets that a person opened or participates in. People only
// search scopes in which they may read all tickets (C2, C5). Only the scopes of departments contain the text of notes.
func RequesterScope(id string) string { return "r:" + id }

// OrganizationScope returns the scope with the tickets of an organization that shares its tickets.
func OrganizationScope(id string) string { return "o:" + id }

// DepartmentScope returns the scope with the tickets of a department, which only staff search.
func DepartmentScope(id string) string { return "d:" + id }

// IsStaffScope reports whether only staff may search a scope.
func IsStaffScope(scope string) bool { return strings.HasPrefix(scope, DepartmentScope("")) }

// Scopes returns the scopes of the search index that contain a ticket.
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

// StatusTerm returns the term for tickets with a status.
func StatusTerm(status Status) string { return "=" + string(status) }
