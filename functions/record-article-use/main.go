// Command record-article-use is the function of that operation: an article was read, and helped or not (B8).
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
		Operation: "record-article-use", Route: "POST /api/articles/{id}/uses", Access: httpapi.Public,
		Proof:    config.Must("ORIGIN_PROOF"),
		Serve:    (*api.ServerInterfaceWrapper).RecordArticleUse,
		API:      articles.RecordArticleUse{Uses: table},
		Sessions: table,
	})
}
