// Command delete-canned-response is the function of that operation: a canned response goes (issue 4, point 4).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/canned"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "delete-canned-response", Route: "DELETE /api/canned-responses/{id}", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).DeleteCannedResponse,
		API:   canned.DeleteCannedResponse{Responses: table},
	})
}
