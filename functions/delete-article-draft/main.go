// Command delete-article-draft is the function of that operation: a draft thrown away.
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
		Operation: "delete-article-draft", Route: "DELETE /api/article-drafts/{id}", Access: httpapi.Staff,
		Serve:    (*api.ServerInterfaceWrapper).DeleteArticleDraft,
		API:      articles.DeleteArticleDraft{Drafts: table},
		Sessions: table,
	})
}
