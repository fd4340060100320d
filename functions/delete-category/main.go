// Command delete-category is the function of that operation: a part of the knowledge base gone.
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
		Operation: "delete-category", Route: "DELETE /api/categories/{id}", Access: httpapi.Supervisor,
		Serve:    (*api.ServerInterfaceWrapper).DeleteCategory,
		API:      articles.DeleteCategory{Drafts: table, Categories: table},
		Sessions: table,
	})
}
