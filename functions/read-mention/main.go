// Command read-mention is the function of that operation: the caller has read where they were mentioned.
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
		Operation: "read-mention", Route: "PUT /api/tickets/{number}/mention", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ReadMention,
		API:   tickets.ReadMention{Mentions: table},
	})
}
