// Command retire-article is the function of that operation: an article away from its readers.
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
		Operation: "retire-article", Route: "DELETE /api/articles/{id}/publication", Access: httpapi.Supervisor,
		Serve:    (*api.ServerInterfaceWrapper).RetireArticle,
		API:      articles.RetireArticle{Drafts: table},
		Sessions: table,
	})
}
