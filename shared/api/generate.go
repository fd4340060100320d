// Package api is the contract (openapi.yaml) and what is generated from it: the types, the shapes of request bodies, and for
// each operation a function that returns its endpoint.
package api

//go:generate go tool oapi-codegen -config oapi-codegen.yaml -templates templates openapi.yaml
//go:generate go run ../../tools/gen shapes
