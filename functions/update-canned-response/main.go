// Command update-canned-response is the function of that operation: a canned response changes (issue 4, point 4).
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
		Operation: "update-canned-response", Route: "PUT /api/canned-responses/{id}", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UpdateCannedResponse,
		API:   canned.UpdateCannedResponse{Desk: table, Responses: table, Sanitizer: sanitize.HTML{}},
	})
}
