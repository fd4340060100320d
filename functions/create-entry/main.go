// Command create-entry is the function of that operation: comment, answer or note (D4, D6, D8).
package main

import (
	"mesa/shared/adapter/files"
	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/tickets"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	reach := config.AWS()
	table := store.Open(reach, config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "create-entry", Route: "POST /api/tickets/{number}/entries", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).CreateEntry,
		API:   tickets.CreateEntry{Desk: table, Staff: table, Acts: table, Files: files.Open(reach, config.Must("ATTACHMENTS_BUCKET")), Sanitizer: sanitize.HTML{}},
	})
}
