// Command create-entry is the function of that operation: comment, answer or note (D4, D6, D8).
package main

import (
	"mesa/shared/api"
	"mesa/shared/config"
	"mesa/shared/desk/tickets"
	"mesa/shared/files"
	"mesa/shared/httpapi"
	"mesa/shared/sanitize"
	"mesa/shared/store"
)

func main() {
	reach := config.AWS()
	table := store.Open(reach, config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "create-entry", Route: "POST /api/tickets/{number}/entries", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).CreateEntry, Ahead: tickets.Ahead(table),
		API: tickets.CreateEntry{Desk: table, Staff: table, Acts: table, Files: files.Open(reach, config.Must("ATTACHMENTS_BUCKET")), Sanitizer: sanitize.HTML{}},
	})
}
