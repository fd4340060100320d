// Package infra embeds data.yaml, the CloudFormation template of the table and of the attachments' bucket, for tests.
package infra

import _ "embed"

// Data is the template of the table and the attachments' bucket.
//
//go:embed data.yaml
var Data []byte
