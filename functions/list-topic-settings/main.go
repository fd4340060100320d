// Command list-topic-settings is the function of that operation: every help topic with all that is laid down about it.
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
		Operation: "list-topic-settings", Route: "GET /api/topic-settings", Access: httpapi.Admin, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListTopicSettings,
		API:   catalog.ListTopicSettings{Topics: table},
	})
}
