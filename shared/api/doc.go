// Package api is the contract (openapi.yaml) and the Go types and server wrappers that are generated from it.
package api

//go:generate go tool oapi-codegen -config oapi-codegen.yaml openapi.yaml
