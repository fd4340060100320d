// Command list-topics is the function of that operation: the help topics (B2).
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
		Operation: "list-topics", Route: "GET /api/topics", Access: httpapi.Public,
		Serve:    (*api.ServerInterfaceWrapper).ListTopics,
		API:      catalog.ListTopics{Source: table, Fields: table},
		Sessions: table,
	})
}
