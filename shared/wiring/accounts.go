package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/accounts"
)

var accountsEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.ChangePassword(accounts.ChangePassword{Passwords: p.Accounts, Hasher: p.Hasher, Policy: p.Passwords, Clock: p.Clock, Cookies: p.Cookies()})
		},
		Memory: 1024, // argon2id
		Grants: []Grant{
			batchGet("CREDENTIAL#*", "DESK"),
			query("SESSION#*"),
			update("LOCKOUT#*", "CREDENTIAL#*"),
			deleteItem("LOCKOUT#*", "SESSION#*"),
			put("SESSION#*", "CHANGED-PASSWORD#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateAccountRequest(accounts.CreateAccountRequest{Requests: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			get("DESK"),
			update("LIMIT#account-requests#*"),
			put("ACCOUNT-REQUESTS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateSession(accounts.CreateSession{
				SignIns: p.Accounts, Limits: p.Limits, Hasher: p.Hasher, Keys: p.keys(), Clock: p.Clock, Cookies: p.Cookies(),
			})
		},
		Memory:  1024, // argon2id
		Cookies: true,
		Grants: []Grant{
			batchGet("LOGIN#*", "DESK", "CREDENTIAL#*", "PERSON#*", "COUNTS#person:*", "COUNTS#agent:*"),
			update("LOCKOUT#*", "CREDENTIAL#*", "LIMIT#failed-sign-ins#*"),
			deleteItem("LOCKOUT#*", "SESSION#*"),
			put("SESSION#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteSession(accounts.DeleteSession{Sessions: p.Accounts, Cookies: p.Cookies()})
		},
		UnverifiedSession: true, // the token is enough to end its session, so the session is not read
		Grants: []Grant{
			deleteItem("SESSION#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ExtendSession(accounts.ExtendSession{Settings: p.Settings, Sessions: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			query("DESK"),
			update("SESSION#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetSession(accounts.GetSession{Counts: p.Index, Clock: p.Clock})
		},
		Grants: []Grant{
			get("COUNTS#person:*", "COUNTS#agent:*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListAccountRequests(accounts.ListAccountRequests{Requests: p.Accounts})
		},
		Grants: []Grant{
			query("ACCOUNT-REQUESTS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateProfile(accounts.UpdateProfile{Profiles: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			get("COUNTS#person:*", "COUNTS#agent:*"),
			updateOnly([]string{"name", "phone", "language", "timeZone"}, "PERSON#*", "STAFF"), // not the role
		},
	},
}
