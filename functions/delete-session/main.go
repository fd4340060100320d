// Command delete-session is the function of that operation: signing out.
package main

import (
	"os"

	"mesa/shared/api"
	"mesa/shared/config"
	"mesa/shared/desk/access"
	"mesa/shared/httpapi"
	"mesa/shared/store"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "delete-session", Route: "DELETE /api/session", Access: httpapi.Public, Sessions: access.Claimed{},
		Serve: (*api.ServerInterfaceWrapper).DeleteSession,
		API:   access.DeleteSession{Endings: table, Secure: os.Getenv("COOKIE_SECURE") != "false"},
	})
}
