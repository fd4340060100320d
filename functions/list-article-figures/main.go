// Command list-article-figures is the function of that operation: how much each article helps.
package main

import (
	"mesa/shared/api"
	"mesa/shared/config"
	"mesa/shared/desk/articles"
	"mesa/shared/httpapi"
	"mesa/shared/store"
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
