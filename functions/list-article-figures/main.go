// Command list-article-figures is the function of that operation: how much each article helps.
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
		Operation: "list-article-figures", Route: "GET /api/article-figures", Access: httpapi.Supervisor,
		Serve:    (*api.ServerInterfaceWrapper).ListArticleFigures,
		API:      articles.ListArticleFigures{Figures: table},
		Sessions: table,
	})
}
