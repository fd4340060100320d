// Command split-ticket is the function of that operation: make a new ticket of some messages of another.
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
		Operation: "split-ticket", Route: "POST /api/tickets/{number}/split", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).SplitTicket,
		API:   tickets.SplitTicket{Desk: table, Acts: table},
	})
}
