// Command get-attachment is the function of that operation: download a file of a ticket that the caller may read.
package main

import (
	"mesa/shared/adapter/files"
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
		Operation: "get-attachment", Route: "GET /api/attachments/{id}", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).GetAttachment,
		API:   tickets.GetAttachment{Attached: table, Addresses: files.Open(reach, config.Must("ATTACHMENTS_BUCKET"))},
	})
}
