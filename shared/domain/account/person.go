// Package account defines the people of the desk with their roles, passwords and sessions.
package account

import (
	"slices"

	"mesa/shared/domain/locale"
)

// Role determines what a person is allowed to do.
type Role string

// The roles.
const (
	Requester  Role = "requester"
	Agent      Role = "agent"
	Supervisor Role = "supervisor"
	Admin      Role = "admin"
)

// IsStaff reports whether the role is a role of staff: agent, supervisor or administrator.
func (r Role) IsStaff() bool { return r == Agent || r == Supervisor || r == Admin }

// Organization is an institution whose people open tickets. If Shares is set, its people can read each other's tickets (C5).
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
	// Away reports that no new tickets are assigned to the person (N5).
	Away bool
	// BackOn is the date in the desk's time zone, as 2006-01-02, on which the absence ends. It is empty if the return date is
	// unknown.
	BackOn   string
	Disabled bool
	// Version grows with every change of the person by an administrator, and of the profile.
	Version int64
}

// AwayOn reports whether the person is away on a date in the desk's time zone, as 2006-01-02.
func (p Person) AwayOn(today string) bool {
	return p.Away && (p.BackOn == "" || today < p.BackOn)
}

// AvailableOn reports whether the person is neither disabled nor away on a date in the desk's time zone, as 2006-01-02.
func (p Person) AvailableOn(today string) bool { return !p.Disabled && !p.AwayOn(today) }

// IsAvailable reports whether the person with an identifier is a member of staff who is available on a date; see AvailableOn.
func IsAvailable(staff []Person, id, today string) bool {
	return slices.ContainsFunc(staff, func(p Person) bool { return p.ID == id && p.Role.IsStaff() && p.AvailableOn(today) })
}
