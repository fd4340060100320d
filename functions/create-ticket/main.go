// Command create-ticket is the function of that operation: open a ticket (B1–B9).
package main

import (
	"time"

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
		Operation: "create-ticket", Route: "POST /api/tickets", Access: httpapi.Person, Sessions: table,
		Timeout: 24 * time.Second, // one that is tried again has used up a number: rather late than 503
		Serve:   (*api.ServerInterfaceWrapper).CreateTicket,
		API:     tickets.CreateTicket{Desk: table, Acts: table, Files: files.Open(reach, config.Must("ATTACHMENTS_BUCKET")), Sanitizer: sanitize.HTML{}},
	})
}
