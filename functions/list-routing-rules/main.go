// Command list-routing-rules is the function of that operation: the rules by which tickets are routed (D1).
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
		Operation: "list-routing-rules", Route: "GET /api/routing-rules", Access: httpapi.Supervisor, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListRoutingRules,
		API:   assignment.ListRoutingRules{Rules: table},
	})
}
