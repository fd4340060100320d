// Command list-departments is the function of that operation: the departments (D1).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/catalog"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "list-departments", Route: "GET /api/departments", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).ListDepartments,
		API:   catalog.ListDepartments{Source: table},
	})
}
