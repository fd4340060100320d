// Package infra embeds the template of the data, which tests read.
package infra

import _ "embed"

// Data is the template of the table and the attachments' bucket.
//
//go:embed data.yaml
var Data []byte
