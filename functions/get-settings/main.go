// Command get-settings is the function of that operation: the desk's public settings (A4, B4).
package main

import (
	"mesa/shared/api"
	"mesa/shared/config"
	"mesa/shared/desk/catalog"
	"mesa/shared/httpapi"
	"mesa/shared/store"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "get-settings", Route: "GET /api/settings", Access: httpapi.Public,
		Serve: (*api.ServerInterfaceWrapper).GetSettings,
		API:   catalog.GetSettings{Source: table},
	})
}
