package main

import (
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
)

// sameCost matches the line that the test logs on success.
var sameCost = regexp.MustCompile(`([a-z-]+): (\d+ operations) cost the same at (\d+) and at (\d+) tickets`)

// measureGrowth runs the test that compares the cost of lists, queues, searches and acts on small and large tables (tools/load,
// Q3). The flag -full sets the number of tickets.
func measureGrowth(ctx context.Context, b *bench) error {
	if b.full == 0 {
		return nil
	}
	command := exec.CommandContext(ctx, "go", "test", "-count=1", "-timeout=3h", "-v", "-run", "TestCostDoesNotDependOnTableSize", "./tools/load")
	command.Dir = b.stack.Root
	command.Env = append(command.Environ(), "MESA_LOAD_TICKETS="+strconv.Itoa(b.full), "EMULATOR_ENDPOINT=")
	out, err := command.CombinedOutput()
	match := sameCost.FindSubmatch(out)
	if err != nil || match == nil {
		return fmt.Errorf("%w: %s", err, out[max(0, len(out)-2000):])
	}
	b.compare("Growth", fmt.Sprintf("%s on %s", match[2], match[1]), fmt.Sprintf("same calls and units at %s and %s tickets", match[3], match[4]), "equal")
	return nil
}
