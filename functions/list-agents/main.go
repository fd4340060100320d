// Command list-agents is the function of that operation: whom a ticket can be assigned to (D1).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/catalog"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "list-agents", Route: "GET /api/agents", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListAgents,
		API:   catalog.ListAgents{Source: table, Directory: table},
	})
}
