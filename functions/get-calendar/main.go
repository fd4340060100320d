// Command get-calendar is the function of that operation: it tells an administrator the desk's calendar and targets (D3).
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
		Operation: "get-calendar", Route: "GET /api/calendar", Access: httpapi.Admin, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).GetCalendar,
		API:   calendar.GetCalendar{Settings: table},
	})
}
