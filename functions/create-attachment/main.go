// Command create-attachment is the function of that operation: announce a file and get the form to upload it with (B4).
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
		Operation: "create-attachment", Route: "POST /api/attachments", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).CreateAttachment,
		API:   tickets.CreateAttachment{Desk: table, Announcements: table, Forms: files.Open(reach, config.Must("ATTACHMENTS_BUCKET"))},
	})
}
