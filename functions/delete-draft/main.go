// Command delete-draft is the function of that operation: what was sent or is not wanted goes (issue 4, point 4).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/drafts"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "delete-draft", Route: "DELETE /api/drafts/{purpose}", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).DeleteDraft,
		API:   drafts.DeleteDraft{Drafts: table},
	})
}
