// Package account has the people of the desk: who they are and what their role lets them do.
package account

import "slices"

import "mesa/shared/domain/locale"

// Role is what a person does at the desk.
type Role string

// The roles (product.md, Words).
const (
	Requester  Role = "requester"
	Agent      Role = "agent"
	Supervisor Role = "supervisor"
	Admin      Role = "admin"
)

// IsStaff reports whether the role attends tickets.
func (r Role) IsStaff() bool { return r == Agent || r == Supervisor || r == Admin }

// SeesAllDepartments reports whether the role's queues span the whole desk.
func (r Role) SeesAllDepartments() bool { return r == Supervisor || r == Admin }

// Organization is an Organismo Garante or a federal body. Where it Shares, its people read one another's tickets (C5).
type Organization struct {
	ID     string
	Name   string
	Shares bool
}

// Person is anyone with an account.
type Person struct {
	ID           string
	Username     string
	Name         string
	Email        string
	Phone        string
	Role         Role
	Language     locale.Language
	TimeZone     string
	Entity       string
	Organization Organization
	Departments  []string
	// Away says that the person is given no tickets (D1).
	Away bool
	// BackOn is the desk's date, as 2006-01-02, from which Away ends by itself; empty until further notice.
	BackOn   string
	Disabled bool
}

// AwayOn reports whether the person is away on the desk's date, as 2006-01-02.
func (p Person) AwayOn(today string) bool {
	return p.Away && (p.BackOn == "" || today < p.BackOn)
}

// WorksIn reports whether a department's queue is this person's to see.
func (p Person) WorksIn(department string) bool {
	if p.Role.SeesAllDepartments() {
		return true
	}
	if slices.Contains(p.Departments, department) {
		return p.Role.IsStaff()
	}
	return false
}
