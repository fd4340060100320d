// Command route follows the table's stream: it gives new tickets to agents, and keeps counters and search index true (D1, C1, C2).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"mesa/shared/adapter/store"
	"mesa/shared/desk/background"
	"mesa/shared/edge/eventapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	route := background.Route{Desk: table, Acts: table, Loads: table, Index: table, Mentions: table}
	lambda.Start(eventapi.Stream("route", store.ReadImage, route.Handle))
}
