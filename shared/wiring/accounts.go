package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/accounts"
)

// linkGrants are the grants of reading an account link with its person.
var linkGrants = []Grant{
	get("ACCOUNT-LINK#*"),
	batchGet("PERSON#*", "CREDENTIAL#*", "DESK"),
	query("SESSION#*"),
}

var accountsEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.ChangePassword(accounts.ChangePassword{Passwords: p.Accounts, Audit: p.Audit, Hasher: p.Hasher, Policy: p.Passwords, Clock: p.Clock, Cookies: p.Cookies()})
		},
		Memory: 1024, // argon2id
		Grants: []Grant{
			batchGet("CREDENTIAL#*", "DESK"),
			query("SESSION#*"),
			update("LOCKOUT#*", "CREDENTIAL#*"),
			deleteItem("LOCKOUT#*", "SESSION#*"),
			put("SESSION#*", "ACCOUNT-MAIL#*", "AUDIT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateAccountRequest(accounts.CreateAccountRequest{Requests: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			get("DESK"),
			update("LIMIT#account-requests#*"),
			put("ACCOUNT-REQUESTS", "ACCOUNT-MAIL#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreatePasswordReset(accounts.CreatePasswordReset{Resets: p.Accounts, Limits: p.Limits, Keys: p.keys(), Clock: p.Clock})
		},
		Grants: []Grant{
			get("DESK", "LOGIN#*"),
			update("LIMIT#password-resets#*"),
			put("ACCOUNT-LINK#*", "ACCOUNT-MAIL#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateSession(accounts.CreateSession{
				SignIns: p.Accounts, Audit: p.Audit, Limits: p.Limits, Hasher: p.Hasher, Keys: p.keys(), Clock: p.Clock, Cookies: p.Cookies(),
			})
		},
		Memory:  1024, // argon2id
		Cookies: true,
		Grants: []Grant{
			batchGet("LOGIN#*", "DESK", "CREDENTIAL#*", "PERSON#*", "COUNTS#person:*", "COUNTS#agent:*"),
			update("LOCKOUT#*", "CREDENTIAL#*", "LIMIT#failed-sign-ins#*"),
			deleteItem("LOCKOUT#*", "SESSION#*"),
			put("SESSION#*", "AUDIT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.DecideAccountRequest(accounts.DecideAccountRequest{Settings: p.Settings, Decisions: p.Accounts, Clock: p.Clock})
		},
		Audit: true,
		Grants: append([]Grant{
			batchGet("ACCOUNT-REQUESTS", "ACCOUNT-REQUESTS#decided"),
			put("ACCOUNT-REQUESTS#decided"),
			deleteItem("ACCOUNT-REQUESTS"),
		}, newPersonGrants...),
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteSession(accounts.DeleteSession{Sessions: p.Accounts, Clock: p.Clock, Cookies: p.Cookies()})
		},
		Audit:             true,
		UnverifiedSession: true, // the token is enough to end its session, so the session is not read
		Grants: []Grant{
			deleteItem("SESSION#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.EndOtherSessions(accounts.EndOtherSessions{Sessions: p.Accounts, Audit: p.Audit, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			query("SESSION#*"),
			batchWrite("SESSION#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.EndSession(accounts.EndSession{Sessions: p.Accounts, Clock: p.Clock, Cookies: p.Cookies()})
		},
		Audit: true,
		Grants: []Grant{
			query("SESSION#*"),
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
			return api.GetPasswordReset(accounts.GetPasswordReset{Links: p.Accounts, Clock: p.Clock})
		},
		Grants: linkGrants,
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetSession(accounts.GetSession{Counts: p.Index, Sessions: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			get("COUNTS#person:*", "COUNTS#agent:*"),
			updateOnly([]string{"lastUsedAt"}, "SESSION#*"),
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
			return api.ListSessions(accounts.ListSessions{Sessions: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			query("SESSION#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ResetPassword(accounts.ResetPassword{Passwords: p.Accounts, Hasher: p.Hasher, Policy: p.Passwords, Clock: p.Clock})
		},
		Memory: 1024, // argon2id
		Grants: append([]Grant{
			update("CREDENTIAL#*", "ACCOUNT-LINK#*"),
			deleteItem("LOCKOUT#*", "SESSION#*"),
			put("ACCOUNT-MAIL#*", "AUDIT#*"),
		}, linkGrants...),
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateProfile(accounts.UpdateProfile{Profiles: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			get("COUNTS#person:*", "COUNTS#agent:*"),
			updateOnly([]string{"name", "phone", "language", "timeZone", "version"}, "PERSON#*", "STAFF"), // not the role
			put("PEOPLE", "PEOPLE#*"),                                                                     // the lists by name
			deleteItem("PEOPLE", "PEOPLE#*"),
		},
	},
}
