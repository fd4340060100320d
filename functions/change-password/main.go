// Command change-password is the function of that operation: changing one's own password.
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
		Operation: "change-password", Route: "PUT /api/profile/password", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ChangePassword,
		API:   accounts.ChangePassword{Passwords: table},
	})
}
