// Command list-entities is the function of that operation: the 32 entities and the Federation (B5).
package main

import (
	"mesa/shared/api"
	"mesa/shared/desk/catalog"
	"mesa/shared/edge/httpapi"
)

func main() {
	httpapi.Start(httpapi.Endpoint{
		Operation: "list-entities", Route: "GET /api/entities", Access: httpapi.Public,
		Serve: (*api.ServerInterfaceWrapper).ListEntities,
		API:   catalog.ListEntities{},
	})
}
