// Command delete-unclaimed-files deletes the files that no ticket has named within a day, started by the clock (B4).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"mesa/shared/adapter/files"
	"mesa/shared/adapter/store"
	"mesa/shared/desk/background"
	"mesa/shared/edge/eventapi"
	"mesa/shared/platform/config"
)

func main() {
	reach := config.AWS()
	sweep := background.Sweep{Uploads: store.Open(reach, config.Must("TABLE_NAME")), Files: files.Open(reach, config.Must("ATTACHMENTS_BUCKET"))}
	lambda.Start(eventapi.Schedule("delete-unclaimed-files", sweep.Handle))
}
