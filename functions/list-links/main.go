// Command list-links is the function of that operation: the tickets that a ticket is tied to.
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
		Operation: "list-links", Route: "GET /api/tickets/{number}/links", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListLinks,
		API:   tickets.ListLinks{Linked: table},
	})
}
