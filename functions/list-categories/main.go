// Command list-categories is the function of that operation: the parts of the knowledge base.
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
		Operation: "list-categories", Route: "GET /api/categories", Access: httpapi.Public,
		Serve:    (*api.ServerInterfaceWrapper).ListCategories,
		API:      articles.ListCategories{Desk: table, Cards: table},
		Sessions: table,
	})
}
