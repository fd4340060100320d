// Command update-view is the function of that operation: a view changes (issue 4, point 4).
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
		Operation: "update-view", Route: "PUT /api/views/{id}", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UpdateView,
		API:   views.UpdateView{Desk: table, Views: table},
	})
}
