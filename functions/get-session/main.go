// Command get-session is the function of that operation: who is signed in (A3).
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
		Operation: "get-session", Route: "GET /api/session", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).GetSession,
		API:   accounts.GetSession{Counts: table},
	})
}
