package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/calendar"
)

var calendarEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetCalendar(calendar.GetCalendar{Settings: p.Settings, Clock: p.Clock})
		},
		Grants: []Grant{
			get("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.PreviewCalendar(calendar.PreviewCalendar{Clock: p.Clock})
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateCalendar(calendar.UpdateCalendar{Settings: p.Settings, Clock: p.Clock})
		},
		Grants: []Grant{
			update("DESK"),
		},
	},
}
