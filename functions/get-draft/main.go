// Command get-draft is the function of that operation: what somebody has typed and not sent (issue 4, point 4).
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
		Operation: "get-draft", Route: "GET /api/drafts/{purpose}", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).GetDraft,
		API:   drafts.GetDraft{Drafts: table},
	})
}
