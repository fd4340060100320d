// Command update-profile is the function of that operation: changing one's own data (C4, E1).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/accounts"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "update-profile", Route: "PATCH /api/profile", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UpdateProfile,
		API:   accounts.UpdateProfile{Profiles: table},
	})
}
