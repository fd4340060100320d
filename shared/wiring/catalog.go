package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/catalog"
)

var catalogEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetSettings(catalog.GetSettings{Source: p.Table})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListAgents(catalog.ListAgents{Source: p.Table, Directory: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			query("STAFF", "DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListDepartments(catalog.ListDepartments{Source: p.Table})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListEntities(catalog.ListEntities{})
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListOrganizations(catalog.ListOrganizations{Source: p.Table})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTopicSettings(catalog.ListTopicSettings{Topics: p.Table})
		},
		Grants: []Grant{
			query("DESK", "FIELDS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTopics(catalog.ListTopics{Source: p.Table, Fields: p.Table})
		},
		Grants: []Grant{
			query("DESK", "FIELDS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveTopic(catalog.SaveTopic{Source: p.Table, Directory: p.Table, Topics: p.Table})
		},
		Grants: []Grant{
			query("DESK", "STAFF"),
			put("DESK", "FIELDS"),
		},
	},
}
