// Command rate-ticket is the function of that operation: a requester rates the attention to their ticket (D6).
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
		Operation: "rate-ticket", Route: "PUT /api/tickets/{number}/rating", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).RateTicket,
		API:   tickets.RateTicket{Desk: table, Acts: table},
	})
}
