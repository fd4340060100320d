package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"mesa/tools/bench/zipped"
)

const (
	megabyte = 1 << 20
	kilobyte = 1000
	// zipBudget is a function's as it is uploaded (design 4), in megabytes.
	zipBudget = 5
)

// sizes weighs every function as it is uploaded.
func sizes(_ context.Context, b *bench) error {
	names, err := b.functionFolders()
	if err != nil {
		return err
	}
	for _, name := range names {
		size, err := zipped.Size(b.binary(name))
		if err != nil {
			return err
		}
		b.within("Zipped function, MB", name, float64(size)/megabyte, zipBudget)
	}
	return nil
}

// pages weighs what the pages load, as size-limit holds it to its limits (web/.size-limit.js).
func pages(ctx context.Context, b *bench) error {
	command := exec.CommandContext(ctx, "npx", "size-limit", "--json")
	command.Dir = filepath.Join(b.stack.Root, "web")
	out, err := command.Output()
	var told []struct {
		Name      string
		Size      float64
		SizeLimit float64
	}
	if parsed := json.Unmarshal(out, &told); parsed != nil {
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(string(out)))
	}
	for _, one := range told {
		b.within("What pages load, KB as transferred (brotli)", one.Name, one.Size/kilobyte, one.SizeLimit/kilobyte)
	}
	return nil
}
