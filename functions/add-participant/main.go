// Command add-participant is the function of that operation: bring somebody into a ticket (C5).
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
		Operation: "add-participant", Route: "POST /api/tickets/{number}/participants", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).AddParticipant,
		API:   tickets.AddParticipant{Desk: table, Acts: table, Accounts: table},
	})
}
