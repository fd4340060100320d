package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/views"
)

var viewsEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateView(views.CreateView{Settings: p.Settings, Views: p.Views, Clock: p.Clock})
		},
		Grants: []Grant{
			query("DESK", "VIEWS", "VIEWS#*"),
			put("VIEWS", "VIEWS#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteView(views.DeleteView{Views: p.Views})
		},
		Grants: []Grant{
			query("VIEWS", "VIEWS#*"),
			deleteItem("VIEWS", "VIEWS#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListViews(views.ListViews{Views: p.Views})
		},
		Grants: []Grant{
			query("VIEWS", "VIEWS#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateView(views.UpdateView{Settings: p.Settings, Views: p.Views, Clock: p.Clock})
		},
		Grants: []Grant{
			query("DESK", "VIEWS", "VIEWS#*"),
			put("VIEWS", "VIEWS#*"),
			deleteItem("VIEWS", "VIEWS#*"),
		},
	},
}
