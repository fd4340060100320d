// Command delete-unclaimed-files deletes the files that no ticket has named within a day, started by the clock (B4).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"mesa/shared/config"
	"mesa/shared/desk/background"
	"mesa/shared/eventapi"
	"mesa/shared/files"
	"mesa/shared/store"
)

func main() {
	reach := config.AWS()
	sweep := background.Sweep{Uploads: store.Open(reach, config.Must("TABLE_NAME")), Files: files.Open(reach, config.Must("ATTACHMENTS_BUCKET"))}
	lambda.Start(eventapi.Schedule("delete-unclaimed-files", sweep.Handle))
}
