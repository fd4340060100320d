// Command list-articles is the function of that operation: articles of a category, or that match words (B8).
package main

import (
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/articles"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "list-articles", Route: "GET /api/articles", Access: httpapi.Public,
		Serve:    (*api.ServerInterfaceWrapper).ListArticles,
		API:      articles.ListArticles{Cards: table},
		Sessions: table,
	})
}
