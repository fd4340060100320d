// Command costs generates docs/costs.md: the monthly bill of a stack at AWS's list prices, for different numbers of tickets. It
// combines prices.json, the measured units and calls in measured.json, the resources in the templates, and the assumptions in
// usage.go. It calls no service.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"mesa/tools/checkout"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "costs:", err)
		os.Exit(1)
	}
}

// path is the path of the generated document below the root of the checkout.
var path = filepath.Join("docs", "costs.md")

func run() error {
	root, err := checkout.Root()
	if err != nil {
		return err
	}
	text, err := document(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, path), []byte(text), 0o644)
}
