// Command unlink-ticket is the function of that operation: untie two tickets.
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
		Operation: "unlink-ticket", Route: "DELETE /api/tickets/{number}/links/{other}", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UnlinkTicket,
		API:   tickets.UnlinkTicket{Desk: table, Pairs: table},
	})
}
