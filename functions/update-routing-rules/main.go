// Command update-routing-rules is the function of that operation: changing the rules by which tickets are routed (D1).
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
		Operation: "update-routing-rules", Route: "PUT /api/routing-rules", Access: httpapi.Admin, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UpdateRoutingRules,
		API:   assignment.UpdateRoutingRules{Desk: table, Rules: table},
	})
}
