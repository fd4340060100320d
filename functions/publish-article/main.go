// Command publish-article is the function of that operation: an article before its readers.
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
		Operation: "publish-article", Route: "PUT /api/articles/{id}/publication", Access: httpapi.Supervisor,
		Serve:    (*api.ServerInterfaceWrapper).PublishArticle,
		API:      articles.PublishArticle{Drafts: table},
		Sessions: table,
	})
}
