// Command save-topic is the function of that operation: beginning a help topic or changing it.
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
		Operation: "save-topic", Route: "PUT /api/topic-settings/{id}", Access: httpapi.Admin, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).SaveTopic,
		API:   catalog.SaveTopic{Source: table, Directory: table, Topics: table},
	})
}
