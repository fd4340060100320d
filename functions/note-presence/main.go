// Command note-presence is the function of that operation: who is at a ticket, and whether it has changed (D8).
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
		Operation: "note-presence", Route: "PUT /api/tickets/{number}/presence", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).NotePresence,
		API:   tickets.NotePresence{Presences: table},
	})
}
