// Package api contains the contract (openapi.yaml) and the code generated from it: the types, the shapes of request bodies, and
// a function for each operation that returns its endpoint.
package api

//go:generate go tool oapi-codegen -config oapi-codegen.yaml -templates templates openapi.yaml
//go:generate go run ../../tools/gen bodyShapes
