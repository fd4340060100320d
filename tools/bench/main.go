// Command bench measures the running stack (`make up`) and its binaries, compares the results with the budgets of
// docs/product.md, section Q, and prints a table that marks values over budget. It changes the stack: it opens tickets and
// responds to them.
//
//	bench [-out docs/benchmarks.md] [-only sizes,pages,start,browser,mail,steps,operations,full] [-full 100000]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"mesa/test/running"
)

// part is one group of measurements.
type part struct {
	name    string
	measure func(context.Context, *bench) error
}

// parts lists the parts in the order of the table. Parts that need a quiet machine come before parts that create many tickets.
var parts = []part{
	{"sizes", measureSizes},
	{"pages", measurePages},
	{"start", measureStarts},
	{"browser", measureBrowser},
	{"steps", measureSteps},
	{"mail", measureMail},
	{"operations", measureOperations},
	{"full", measureGrowth},
}

// bench holds the state shared by all parts.
type bench struct {
	stack   *running.Stack
	started time.Time
	// full is the number of tickets for the part "full". 0 skips it.
	full int
	// table collects the measurements.
	table table
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	out := flag.String("out", "", "`file` to write the table to, with date and machine")
	only := flag.String("only", "", "comma-separated `parts` to measure; default: all")
	fullTickets := flag.Int("full", 0, "compare the cost of an empty table with one of this number of `tickets`, on DynamoDB Local (DYNAMODB_LOCAL_ENDPOINT)")
	flag.Parse()
	if err := run(ctx, *out, *only, *fullTickets); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out, only string, fullTickets int) error {
	stack, err := running.Open()
	if err != nil {
		return err
	}
	b := &bench{stack: stack, started: time.Now(), full: fullTickets}
	var errs []error
	for _, part := range parts {
		if only != "" && !strings.Contains(","+only+",", ","+part.name+",") {
			continue
		}
		fmt.Fprintf(os.Stderr, "%6s  %s\n", time.Since(b.started).Round(time.Second), part.name)
		if err := part.measure(ctx, b); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", part.name, err))
		}
	}
	fmt.Print(b.table.text())
	if out != "" {
		errs = append(errs, os.WriteFile(out, []byte(b.document()), 0o644))
	}
	return errors.Join(errs...)
}
