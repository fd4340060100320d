// Command delete-view is the function of that operation: a view goes (issue 4, point 4).
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
		Operation: "delete-view", Route: "DELETE /api/views/{id}", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).DeleteView,
		API:   views.DeleteView{Views: table},
	})
}
