// Command list-article-versions is the function of that operation: what was published of an article.
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
		Operation: "list-article-versions", Route: "GET /api/articles/{id}/versions", Access: httpapi.Staff,
		Serve:    (*api.ServerInterfaceWrapper).ListArticleVersions,
		API:      articles.ListArticleVersions{Versions: table},
		Sessions: table,
	})
}
