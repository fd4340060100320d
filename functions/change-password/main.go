// Command change-password is the function of that operation: changing one's own password.
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
		Operation: "change-password", Route: "PUT /api/profile/password", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ChangePassword,
		API:   access.ChangePassword{Passwords: table},
	})
}
