// Command list-tags is the function of that operation: tags in use, to choose from.
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/tickets"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "list-tags", Route: "GET /api/tags", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListTags,
		API:   tickets.ListTags{Uses: table},
	})
}
