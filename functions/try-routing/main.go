// Command try-routing is the function of that operation: which rule would give a ticket to whom (D1).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/assignment"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "try-routing", Route: "POST /api/routing-rules/trial", Access: httpapi.Supervisor, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).TryRouting,
		API:   assignment.TryRouting{Desk: table, Rules: table, Peeks: table},
	})
}
