// Command remove-participant is the function of that operation: take somebody out of a ticket (C5).
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
		Operation: "remove-participant", Route: "DELETE /api/tickets/{number}/participants/{id}", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).RemoveParticipant,
		API:   tickets.RemoveParticipant{Desk: table, Acts: table},
	})
}
