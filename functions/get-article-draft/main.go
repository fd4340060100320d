// Command get-article-draft is the function of that operation: an article as its authors work on it.
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
		Operation: "get-article-draft", Route: "GET /api/article-drafts/{id}", Access: httpapi.Staff,
		Serve:    (*api.ServerInterfaceWrapper).GetArticleDraft,
		API:      articles.GetArticleDraft{Drafts: table},
		Sessions: table,
	})
}
