// Command create-account-request is the function of that operation: asking for an account, «Solicitar alta» (A2).
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
		Operation: "create-account-request", Route: "POST /api/account-requests", Access: httpapi.Public,
		Proof: config.Must("ORIGIN_PROOF"),
		Serve: (*api.ServerInterfaceWrapper).CreateAccountRequest,
		API:   accounts.CreateAccountRequest{Requests: table},
	})
}
