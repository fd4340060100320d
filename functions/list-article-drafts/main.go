// Command list-article-drafts is the function of that operation: the articles that a person may write.
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
		Operation: "list-article-drafts", Route: "GET /api/article-drafts", Access: httpapi.Staff,
		Serve:    (*api.ServerInterfaceWrapper).ListArticleDrafts,
		API:      articles.ListArticleDrafts{Drafts: table},
		Sessions: table,
	})
}
