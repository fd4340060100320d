// Command get-ticket is the function of that operation: a ticket with its thread (C3).
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
		Operation: "get-ticket", Route: "GET /api/tickets/{number}", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).GetTicket,
		API:   tickets.GetTicket{Desk: table, Acts: table},
	})
}
