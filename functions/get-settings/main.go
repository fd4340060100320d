// Command get-settings is the function of that operation: the desk's public settings (A4, B4).
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
		Operation: "get-settings", Route: "GET /api/settings", Access: httpapi.Public,
		Serve: (*api.ServerInterfaceWrapper).GetSettings,
		API:   catalog.GetSettings{Source: table},
	})
}
