package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/assignment"
)

var assignmentEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListRoutingRules(assignment.ListRoutingRules{Rules: p.Settings})
		},
		Grants: []Grant{
			get("ROUTING"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.TryRouting(assignment.TryRouting{Settings: p.Settings, Rules: p.Settings, Loads: p.Index, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("COUNTS#agent:*", "ORGANIZATION#*"),
			get("ROUTING", "TURN#*"),
			query("DESK", "STAFF"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateAvailability(assignment.UpdateAvailability{Settings: p.Settings, Absences: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			query("DESK"),
			updateOnly([]string{"away", "backOn"}, "PERSON#*", "STAFF"), // not the role
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateRoutingRules(assignment.UpdateRoutingRules{Settings: p.Settings, Rules: p.Settings})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			query("DESK", "STAFF"),
			put("ROUTING"),
		},
	},
}
