// Command save-article is the function of that operation: what an author writes of an article.
package main

import (
	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/store"
	"mesa/shared/api"
	"mesa/shared/desk/articles"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	httpapi.Start(httpapi.Endpoint{
		Operation: "save-article", Route: "PUT /api/articles/{id}", Access: httpapi.Staff,
		Serve:    (*api.ServerInterfaceWrapper).SaveArticle,
		API:      articles.SaveArticle{Drafts: table, Desk: table, Sanitizer: sanitize.HTML{}},
		Sessions: table,
	})
}
