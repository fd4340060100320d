// Package infra embeds the nested templates that tests and tools read.
package infra

import _ "embed"

// Data is the template of the table and the attachments' bucket.
//
//go:embed data.yaml
var Data []byte
