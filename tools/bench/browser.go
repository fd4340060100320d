package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// The budgets of design 4 on the local stack: largest contentful paint and interactions in milliseconds, layout shift as its score.
const (
	paintBudget       = 1000
	shiftBudget       = 0
	interactionBudget = 100
)

// browser has Chromium visit the pages (test/browser/measure.mjs).
func browser(ctx context.Context, b *bench) error {
	command := exec.CommandContext(ctx, "node", "measure.mjs")
	command.Dir = filepath.Join(b.stack.Root, "test", "browser")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return err
	}
	var told []struct {
		Page                      string
		Paint, Shift, Interaction float64
	}
	if err := json.Unmarshal(out, &told); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	for _, one := range told {
		b.within("Largest contentful paint, ms (median of 5)", one.Page, one.Paint, paintBudget)
	}
	for _, one := range told {
		b.within("Layout shift while loading and typing", one.Page, one.Shift, shiftBudget)
	}
	for _, one := range told {
		b.within("Slowest interaction, ms (median of 5 visits)", one.Page, one.Interaction, interactionBudget)
	}
	return nil
}
