// Command get-article-version is the function of that operation: an article as it was published.
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
		Operation: "get-article-version", Route: "GET /api/articles/{id}/versions/{number}", Access: httpapi.Staff,
		Serve:    (*api.ServerInterfaceWrapper).GetArticleVersion,
		API:      articles.GetArticleVersion{Versions: table},
		Sessions: table,
	})
}
