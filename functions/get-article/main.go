// Command get-article is the function of that operation: an article of the knowledge base.
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
		Operation: "get-article", Route: "GET /api/articles/{id}", Access: httpapi.Public,
		Serve:    (*api.ServerInterfaceWrapper).GetArticle,
		API:      articles.GetArticle{Articles: table, Desk: table, Cards: table},
		Sessions: table,
	})
}
