// Command update-availability is the function of that operation: saying who is away (D1).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/assignment"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "update-availability", Route: "PUT /api/agents/{id}/availability", Access: httpapi.Staff, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).UpdateAvailability,
		API:   assignment.UpdateAvailability{Desk: table, Absences: table},
	})
}
