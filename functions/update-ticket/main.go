// Command update-ticket is the function of that operation: weigh, assign, transfer, change the status (D2, D3, D4, D7).
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
		Operation: "update-ticket", Route: "PATCH /api/tickets/{number}", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UpdateTicket,
		API:   tickets.UpdateTicket{Desk: table, Staff: table, Acts: table},
	})
}
