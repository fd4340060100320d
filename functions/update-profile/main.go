// Command update-profile is the function of that operation: changing one's own data (C4, E1).
package main

import (
	"mesa/shared/api"
	"mesa/shared/config"
	"mesa/shared/desk/access"
	"mesa/shared/httpapi"
	"mesa/shared/store"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "update-profile", Route: "PATCH /api/profile", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UpdateProfile,
		API:   access.UpdateProfile{Profiles: table},
	})
}
