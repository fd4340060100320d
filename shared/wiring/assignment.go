package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/assignment"
)

var assignmentEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListRoutingRules(assignment.ListRoutingRules{Rules: p.Table})
		},
		Grants: []Grant{
			get("ROUTING"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.TryRouting(assignment.TryRouting{Desk: p.Table, Rules: p.Table, Peeks: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("COUNTS#agent:*"),
			get("ROUTING", "TURN#*"),
			query("DESK", "STAFF"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateAvailability(assignment.UpdateAvailability{Desk: p.Table, Absences: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			query("DESK"),
			update("PERSON#*", "STAFF"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateRoutingRules(assignment.UpdateRoutingRules{Desk: p.Table, Rules: p.Table})
		},
		Grants: []Grant{
			query("DESK", "STAFF"),
			put("ROUTING"),
		},
	},
}
