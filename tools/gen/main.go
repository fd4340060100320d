// Command gen generates files from the contract and from the declarations in shared/wiring: the shapes of request bodies, the
// functions in template.yaml, and tables in the documentation. Its arguments are the names of targets; see `make gen`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"mesa/tools/checkout"
)

// targets maps the name of each target to the file that gen writes.
var targets = map[string]struct {
	path     string
	generate func(current []byte) ([]byte, error)
}{
	"bodyShapes":       {"shared/api/shapes.gen.go", bodyShapes},
	"functions":        {"template.yaml", functions},
	"gatewayResponses": {"template.yaml", gatewayResponses},
	"mailVisibility":   {"infra/mail.yaml", mailVisibility},
	"functionTable":    {"docs/architecture.md", functionTable},
	"partitionTable":   {"docs/table.md", partitionTable},
	"permissionTable":  {"docs/permissions.md", permissionTable},
	"accessTable":      {"docs/permissions.md", accessTable},
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(names []string) error {
	root, err := checkout.Root()
	if err != nil {
		return err
	}
	for _, name := range names {
		target, known := targets[name]
		if !known {
			return fmt.Errorf("no target %q", name)
		}
		path := filepath.Join(root, target.path)
		current, err := os.ReadFile(path)
		if err != nil && !os.IsNotExist(err) {
			return err
		}
		generated, err := target.generate(current)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.WriteFile(path, generated, 0o644); err != nil {
			return err
		}
	}
	return nil
}
