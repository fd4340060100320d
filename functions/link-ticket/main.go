// Command link-ticket is the function of that operation: tie two tickets.
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
		Operation: "link-ticket", Route: "POST /api/tickets/{number}/links", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).LinkTicket,
		API:   tickets.LinkTicket{Desk: table, Pairs: table},
	})
}
