// Command list-mentions is the function of that operation: where the caller was mentioned.
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
		Operation: "list-mentions", Route: "GET /api/mentions", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListMentions,
		API:   tickets.ListMentions{Mentions: table},
	})
}
