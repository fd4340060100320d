// Command list-account-requests is the function of that operation: the requests for accounts (A2).
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
		Operation: "list-account-requests", Route: "GET /api/account-requests", Access: httpapi.Admin, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListAccountRequests,
		API:   accounts.ListAccountRequests{Requests: table},
	})
}
