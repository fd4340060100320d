// Command create-view is the function of that operation: a list kept under a name (issue 4, point 4).
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
		Operation: "create-view", Route: "POST /api/views", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).CreateView,
		API:   views.CreateView{Desk: table, Views: table},
	})
}
