package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/catalog"
)

var catalogEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetDeskSettings(catalog.GetDeskSettings{Settings: p.Settings})
		},
		Grants: []Grant{
			get("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateDeskSettings(catalog.UpdateDeskSettings{Settings: p.Settings, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			get("DESK"),
			update("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetSettings(catalog.GetSettings{Settings: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListAgents(catalog.ListAgents{Settings: p.Settings, Directory: p.Settings, Clock: p.Clock})
		},
		Grants: []Grant{
			query("STAFF", "DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListDepartments(catalog.ListDepartments{Settings: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListEntities(catalog.ListEntities{Settings: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListOrganizations(catalog.ListOrganizations{Organizations: p.Settings})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			query("ORGANIZATIONS"),
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
			return api.ListTopics(catalog.ListTopics{Settings: p.Settings, Fields: p.Settings})
		},
		Grants: []Grant{
			query("DESK", "FIELDS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTeams(catalog.ListTeams{Settings: p.Settings})
		},
		Grants: []Grant{
			query("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveDepartment(catalog.SaveDepartment{Settings: p.Settings, Departments: p.Settings, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			get("ROUTING"),
			query("DESK"),
			put("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveOrganization(catalog.SaveOrganization{Settings: p.Settings, Organizations: p.Settings, People: p.Accounts, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			batchGet("PERSON#*"),
			get("ORGANIZATION#*"),
			query("DESK"),
			put("ORGANIZATION#*", "ORGANIZATIONS"),
			deleteItem("ORGANIZATIONS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveTeam(catalog.SaveTeam{Settings: p.Settings, Directory: p.Settings, Teams: p.Settings, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			get("ROUTING"),
			query("DESK", "STAFF"),
			put("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveTopic(catalog.SaveTopic{Settings: p.Settings, Directory: p.Settings, Topics: p.Settings, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			query("DESK", "STAFF"),
			batchGet("DESK", "FIELDS"),
			put("DESK", "FIELDS"),
		},
	},
}
