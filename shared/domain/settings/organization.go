package settings

import "mesa/shared/domain/account"

// Organization is an organization with all attributes that administrators change (N11).
type Organization struct {
	account.Organization
	// Version counts the changes from 1.
	Version int64
	// ManagerIDs are the people of the organization who manage it.
	ManagerIDs []string
	// Entity is the code of the organization's entity, or "".
	Entity string
}
