// Command bench measures the desk that runs (`make up`) and what it is built of against the budgets of docs/architecture.md,
// and prints one table. What is over its budget is marked. It changes the desk: it opens and answers tickets.
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

// parts are in the order of the table. What needs a quiet machine comes before what fills the desk.
var parts = []part{
	{"sizes", sizes},
	{"pages", pages},
	{"start", starts},
	{"browser", browser},
	{"steps", steps},
	{"mail", mail},
	{"operations", operations},
	{"full", full},
}

// bench is what the parts share, and where they put what they find.
type bench struct {
	stack *running.Stack
	began time.Time
	full  int
	table table
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	out := flag.String("out", "", "a `file` to write the table to, with date and machine")
	only := flag.String("only", "", "the `parts` to measure, by commas; all by default")
	fullWith := flag.Int("full", 0, "compare an empty desk with one of so many `tickets`, on DynamoDB Local (DYNAMODB_LOCAL_ENDPOINT)")
	flag.Parse()
	if err := run(ctx, *out, *only, *fullWith); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out, only string, fullWith int) error {
	stack, err := running.Open()
	if err != nil {
		return err
	}
	b := &bench{stack: stack, began: time.Now(), full: fullWith}
	var errs []error
	for _, part := range parts {
		if only != "" && !strings.Contains(","+only+",", ","+part.name+",") {
			continue
		}
		fmt.Fprintf(os.Stderr, "%6s  %s\n", time.Since(b.began).Round(time.Second), part.name)
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
