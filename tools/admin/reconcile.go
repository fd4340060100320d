package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/lambda"

	"mesa/shared/adapter/files"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
	"mesa/tools/deployment"
)

func reconcileCommand() command {
	return command{
		name: "reconcile", summary: "Find derived data that disagrees with the tickets, and mend it with -apply",
		details: "It compares counters and tags with the records of what is indexed, these records with the tickets, and files with their\n" +
			"records. It reads the whole table twice and reports only what disagrees both times, because the desk may be in use. With -apply,\n" +
			"it corrects counters and tags, and invokes route for tickets that are not indexed. Files are only reported.",
		register: func(flags *flag.FlagSet) execution {
			apply := flags.Bool("apply", false, "mend what disagrees")
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				r, err := newReconciler(stack)
				if err != nil {
					return err
				}
				return r.run(ctx, console, *apply)
			}
		},
	}
}

// reconciler compares derived data with its source.
type reconciler struct {
	client *dynamodb.Client
	// name is the name of the table.
	name  string
	table *table.Table
	// listFiles returns the identifiers of the stored files after the given one, in order.
	listFiles func(ctx context.Context, after string) ([]string, error)
	functions invoker
	// route is the name of the function that indexes tickets.
	route string
}

func newReconciler(stack deployment.Stack) (reconciler, error) {
	name, err := stack.Output("TableName")
	if err != nil {
		return reconciler{}, err
	}
	bucket, err := stack.Output("AttachmentsBucket")
	return reconciler{
		client: dynamodb.NewFromConfig(stack.Config), name: name, table: table.Open(stack.Config, name, 0), listFiles: files.Open(stack.Config, bucket).IDsAfter,
		functions: lambda.NewFromConfig(stack.Config), route: stack.Name + "-route",
	}, err
}

// counter is one number in an item: of an owner's tickets in a bucket, or of the tickets with a tag.
type counter struct {
	key       table.Key
	attribute string
}

// difference is a counter whose stored value differs from the counted one.
type difference struct{ stored, counted int }

// disagreements is the result of one comparison.
type disagreements struct {
	counters map[counter]difference
	// tickets holds the tickets whose latest version is not indexed.
	tickets map[ticket.Number]bool
	// files holds stored files without a record, and missing the records whose file is not stored.
	files, missing map[string]bool
}

// run compares twice, prints what disagreed both times, and mends it if apply is set. Without apply, it returns an error if anything
// disagrees.
func (r reconciler) run(ctx context.Context, console console, apply bool) error {
	first, err := r.compare(ctx)
	if err != nil {
		return err
	}
	found, err := r.compare(ctx)
	if err != nil {
		return err
	}
	maps.DeleteFunc(found.counters, func(c counter, d difference) bool { return first.counters[c] != d })
	maps.DeleteFunc(found.tickets, func(number ticket.Number, _ bool) bool { return !first.tickets[number] })
	maps.DeleteFunc(found.files, func(id string, _ bool) bool { return !first.files[id] })
	maps.DeleteFunc(found.missing, func(id string, _ bool) bool { return !first.missing[id] })
	found.print(console)
	mendable := len(found.counters) + len(found.tickets)
	count := mendable + len(found.files) + len(found.missing)
	if !apply {
		if count > 0 {
			return fmt.Errorf("disagreements: %d. Counters, tags and tickets are mended with -apply", count)
		}
		console.printf("counters, index and files agree with the tickets\n")
		return nil
	}
	mended, err := r.mend(ctx, found)
	console.printf("mended: %d of %d\n", mended, mendable)
	if err == nil && mended < count {
		err = fmt.Errorf("disagreements that remain: %d. Run the command again, and see docs/runbook.md for files", count-mended)
	}
	return err
}

func (d disagreements) print(console console) {
	keys := slices.SortedFunc(maps.Keys(d.counters), func(a, b counter) int {
		return cmp.Or(cmp.Compare(a.key.PK, b.key.PK), cmp.Compare(a.key.SK, b.key.SK), cmp.Compare(a.attribute, b.attribute))
	})
	for _, key := range keys {
		console.printf("%s %s, %s: %d, but %d are counted\n", key.key.PK, key.key.SK, key.attribute, d.counters[key].stored, d.counters[key].counted)
	}
	for _, number := range slices.Sorted(maps.Keys(d.tickets)) {
		console.printf("ticket %s: its latest version is not indexed\n", number)
	}
	for _, id := range slices.Sorted(maps.Keys(d.files)) {
		console.printf("file %s: it has no record (docs/runbook.md, Files without a record)\n", id)
	}
	for _, id := range slices.Sorted(maps.Keys(d.missing)) {
		console.printf("record of file %s: the file is missing (docs/runbook.md, Restore a deleted file)\n", id)
	}
}
