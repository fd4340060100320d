// Command create-canned-response is the function of that operation: a new canned response, of one's own or shared (issue 4, point 4).
package main

import (
	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/canned"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "create-canned-response", Route: "POST /api/canned-responses", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).CreateCannedResponse,
		API:   canned.CreateCannedResponse{Desk: table, Responses: table, Sanitizer: sanitize.HTML{}},
	})
}
