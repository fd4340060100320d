// Command save-draft is the function of that operation: what somebody is typing is kept (issue 4, point 4).
package main

import (
	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/drafts"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "save-draft", Route: "PUT /api/drafts/{purpose}", Access: httpapi.Person, Sessions: table,
		Serve: (*api.ServerInterfaceWrapper).SaveDraft,
		API:   drafts.SaveDraft{Drafts: table, Sanitizer: sanitize.HTML{}},
	})
}
