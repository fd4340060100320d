// Command unlink-ticket is the function of that operation: untie two tickets.
package main

import (
	"mesa/shared/api"
	"mesa/shared/config"
	"mesa/shared/desk/tickets"
	"mesa/shared/httpapi"
	"mesa/shared/store"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "unlink-ticket", Route: "DELETE /api/tickets/{number}/links/{other}", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UnlinkTicket,
		API:   tickets.UnlinkTicket{Desk: table, Pairs: table},
	})
}
