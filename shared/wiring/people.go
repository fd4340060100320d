package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/people"
)

// newPersonGrants are the grants of adding a person with an invitation.
var newPersonGrants = []Grant{
	batchGet("ORGANIZATION#*"),
	query("DESK"),
	put("PERSON#*", "LOGIN#*", "STAFF", "PEOPLE", "PEOPLE#*", "ACCOUNT-LINK#*", "ACCOUNT-MAIL#*"),
}

var peopleEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreatePerson(people.CreatePerson{Settings: p.Settings, People: p.Accounts, Clock: p.Clock})
		},
		Audit:  true,
		Grants: newPersonGrants,
	},
	{
		Build: func(p Parts) api.Endpoint { return api.GetPerson(people.GetPerson{People: p.Accounts}) },
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.InvitePerson(people.InvitePerson{Settings: p.Settings, People: p.Accounts, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			query("DESK"),
			put("ACCOUNT-LINK#*", "ACCOUNT-MAIL#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint { return api.ListPeople(people.ListPeople{People: p.Accounts}) },
		Grants: []Grant{
			query("PEOPLE", "PEOPLE#*", "STAFF"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdatePerson(people.UpdatePerson{Settings: p.Settings, People: p.Accounts, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			batchGet("ORGANIZATION#*", "ADMINISTRATORS"),
			query("DESK", "SESSION#*", "STAFF"),
			put("LOGIN#*", "PEOPLE", "PEOPLE#*", "ACCOUNT-MAIL#*"),
			update("PERSON#*", "STAFF", "ADMINISTRATORS"),
			deleteItem("LOGIN#*", "STAFF", "SESSION#*", "PEOPLE", "PEOPLE#*"),
		},
	},
}
