package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// The budgets on the local stack (Q8): largest contentful paint and interaction in milliseconds, layout shift as a score.
const (
	paintBudget       = 1000
	shiftBudget       = 0
	interactionBudget = 100
)

// measureBrowser measures the pages in Chromium (test/browser/measure.mjs).
func measureBrowser(ctx context.Context, b *bench) error {
	command := exec.CommandContext(ctx, "node", "measure.mjs")
	command.Dir = filepath.Join(b.stack.Root, "test", "browser")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return err
	}
	var pages []struct {
		Page                      string
		Paint, Shift, Interaction float64
	}
	if err := json.Unmarshal(out, &pages); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	for _, page := range pages {
		b.check("Largest contentful paint, ms (median of 5)", page.Page, page.Paint, paintBudget)
	}
	for _, page := range pages {
		b.check("Layout shift while loading and typing", page.Page, page.Shift, shiftBudget)
	}
	for _, page := range pages {
		b.check("Slowest interaction, ms (median of 5 visits)", page.Page, page.Interaction, interactionBudget)
	}
	return nil
}
