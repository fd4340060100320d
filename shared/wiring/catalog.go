package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/catalog"
)

var catalogEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetSettings(catalog.GetSettings{Source: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListAgents(catalog.ListAgents{Source: p.Settings, Directory: p.Settings, Clock: p.Clock})
		},
		Grants: []Grant{
			query("STAFF", "DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListDepartments(catalog.ListDepartments{Source: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListEntities(catalog.ListEntities{Source: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListOrganizations(catalog.ListOrganizations{Source: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTopicSettings(catalog.ListTopicSettings{Topics: p.Settings})
		},
		Grants: []Grant{
			query("DESK", "FIELDS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTopics(catalog.ListTopics{Source: p.Settings, Fields: p.Settings})
		},
		Grants: []Grant{
			query("DESK", "FIELDS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveTopic(catalog.SaveTopic{Source: p.Settings, Directory: p.Settings, Topics: p.Settings})
		},
		Grants: []Grant{
			query("DESK", "STAFF"),
			put("DESK", "FIELDS"),
		},
	},
}
