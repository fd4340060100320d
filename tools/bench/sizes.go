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
)

// measureSizes measures the size of every artifact's archive.
func measureSizes(_ context.Context, b *bench) error {
	for _, c := range startCases {
		size, err := zipped.Size(b.stack.Root, c.artifact)
		if err != nil {
			return err
		}
		b.check("Zipped artifact, MB", string(c.artifact), float64(size)/megabyte, float64(zipped.Budget(c.artifact))/megabyte)
	}
	return nil
}

// measurePages measures the transferred size of the pages (Q7), with the limits of web/.size-limit.js.
func measurePages(ctx context.Context, b *bench) error {
	command := exec.CommandContext(ctx, "npx", "size-limit", "--json")
	command.Dir = filepath.Join(b.stack.Root, "web")
	out, err := command.Output()
	var loads []struct {
		Name      string
		Size      float64
		SizeLimit float64
	}
	if parsed := json.Unmarshal(out, &loads); parsed != nil {
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(string(out)))
	}
	for _, load := range loads {
		b.check("Page loads, KB as transferred (brotli)", load.Name, load.Size/kilobyte, load.SizeLimit/kilobyte)
	}
	return nil
}
