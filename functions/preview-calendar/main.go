// Command preview-calendar is the function of that operation: it says when a ticket would be due by a calendar (D3).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/calendar"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "preview-calendar", Route: "POST /api/calendar/preview", Access: httpapi.Admin, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).PreviewCalendar,
		API:   calendar.PreviewCalendar{},
	})
}
