// Command list-tickets is the function of that operation: a list of tickets, or a search (C1, C2).
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
		Operation: "list-tickets", Route: "GET /api/tickets", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListTickets,
		API:   tickets.ListTickets{Desk: table, Lists: table, Search: table},
	})
}
