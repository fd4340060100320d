// Command list-views is the function of that operation: one's own views and those shared with one (issue 4, point 4).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/views"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "list-views", Route: "GET /api/views", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListViews,
		API:   views.ListViews{Views: table},
	})
}
