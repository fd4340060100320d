// Command create-session is the function of that operation: signing in (A1).
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
		Operation: "create-session", Route: "POST /api/session", Access: httpapi.Public,
		Proof: config.Must("ORIGIN_PROOF"),
		Serve: (*api.ServerInterfaceWrapper).CreateSession,
		API:   accounts.CreateSession{SignIns: table, Limits: table, Secure: os.Getenv("COOKIE_SECURE") != "false"},
	})
}
