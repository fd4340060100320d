// Command merge-ticket is the function of that operation: close a ticket in favour of another.
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
		Operation: "merge-ticket", Route: "POST /api/tickets/{number}/merge", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).MergeTicket,
		API:   tickets.MergeTicket{Desk: table, Pairs: table},
	})
}
