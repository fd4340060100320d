// Command delete-session is the function of that operation: signing out.
package main

import (
	"os"

	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/accounts"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "delete-session", Route: "DELETE /api/session", Access: httpapi.Public, Sessions: accounts.Claimed{},
		Serve: (*api.ServerInterfaceWrapper).DeleteSession,
		API:   accounts.DeleteSession{Endings: table, Secure: os.Getenv("COOKIE_SECURE") != "false"},
	})
}
