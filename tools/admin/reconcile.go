package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"

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
		details: "It compares counters and tags with the records of what is indexed, these records and the order of lists with the tickets, and\n" +
			"files with their records. It reads the whole table twice and reports only what disagrees both times, because the desk may be in use. With -apply,\n" +
			"it corrects counters, tags and order, and invokes route for tickets that are not indexed, or indexed in an older layout. Files are only\n" +
			"reported.",
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
	// applyCommand is the shell command that mends disagreements.
	applyCommand string
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
		applyCommand: stack.Admin("reconcile -apply"),
	}, err
}

// counter identifies a number in an item: the number of an owner's tickets or unread mentions in a bucket, or the number of
// tickets with a tag.
type counter struct {
	key       table.Key
	attribute string
}

// difference holds the stored value of a counter, and the different value that was counted.
type difference struct{ stored, counted int }

// rankChange holds the stored and the correct rank of a version of a ticket.
type rankChange struct {
	version         int64
	stored, correct string
}

// disagreements is the result of one comparison.
type disagreements struct {
	counters map[counter]difference
	// tickets holds the tickets whose latest version is not indexed in the current layout.
	tickets map[ticket.Number]bool
	// ranks holds the tickets whose rank differs from the rank that the current release computes.
	ranks map[ticket.Number]rankChange
	// files holds stored files without a record, and missing the records whose file is not stored.
	files, missing map[string]bool
}

// run compares twice, prints the disagreements that both comparisons found, and mends them if apply is set. It returns an error
// if a disagreement remains.
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
	maps.DeleteFunc(found.ranks, func(number ticket.Number, change rankChange) bool { return first.ranks[number] != change })
	maps.DeleteFunc(found.files, func(id string, _ bool) bool { return !first.files[id] })
	maps.DeleteFunc(found.missing, func(id string, _ bool) bool { return !first.missing[id] })
	found.print(console, r.applyCommand)
	mendable := len(found.counters) + len(found.tickets) + len(found.ranks)
	count := mendable + len(found.files) + len(found.missing)
	switch {
	case count == 0:
		console.printf("Nothing is wrong: counters, tags, index, order and files agree with the tickets.\n")
		return nil
	case !apply:
		return fmt.Errorf("disagreements found: %d. What to do is written below each group", count)
	}
	mended, err := r.mend(ctx, found)
	console.printf("mended: %d of %d\n", mended, mendable)
	switch {
	case err != nil:
		return err
	case mended < mendable:
		return fmt.Errorf("disagreements that remain: %d. Run the command again: some data changed meanwhile", count-mended)
	case mended < count:
		return fmt.Errorf("disagreements that remain: %d. They are about files, which this command does not change; what to do is written above", count-mended)
	}
	return nil
}

// print prints each kind of disagreement as a group: a title, the instances, and advice.
func (d disagreements) print(console console, applyCommand string) {
	counters := slices.SortedFunc(maps.Keys(d.counters), func(a, b counter) int {
		return cmp.Or(cmp.Compare(a.key.PK, b.key.PK), cmp.Compare(a.key.SK, b.key.SK), cmp.Compare(a.attribute, b.attribute))
	})
	lines := make([]string, len(counters))
	for i, counter := range counters {
		lines[i] = fmt.Sprintf("%s: shows %d, correct is %d", counter.title(), d.counters[counter].stored, d.counters[counter].counted)
	}
	printGroup(console, "Wrong counters, which the pages show", lines, "Run `"+applyCommand+"`. People can go on working.")
	printGroup(console, "Tickets that lists and search show outdated, or not at all", slices.Sorted(maps.Keys(d.tickets)),
		"Run `"+applyCommand+"`. If they come back, find the cause in the log of route: docs/runbook.md#failing-functions.")
	printGroup(console, "Tickets in the order of an earlier release, in the lists of staff", slices.Sorted(maps.Keys(d.ranks)),
		"Run `"+applyCommand+"`. People can go on working.")
	printGroup(console, "Stored files without a record: no ticket can show them", slices.Sorted(maps.Keys(d.files)),
		"Nothing, if the table was restored to an earlier time and nobody needs the files. Otherwise the table has lost items: docs/runbook.md#files-without-a-record.")
	printGroup(console, "Files that tickets name, but that are not stored", slices.Sorted(maps.Keys(d.missing)),
		"Restore each file from its older version: docs/runbook.md#restore-a-deleted-file.")
}

// printGroup prints a kind of disagreement with advice, unless it has no instances.
func printGroup[T any](console console, title string, instances []T, advice string) {
	if len(instances) == 0 {
		return
	}
	console.printf("%s: %d\n", title, len(instances))
	for _, instance := range instances {
		console.printf("  %v\n", instance)
	}
	console.printf("  To do: %s\n\n", advice)
}

// title describes the counter, with the key of its item.
func (c counter) title() string {
	if c.itemType() == "tag" {
		return fmt.Sprintf("tickets with the tag %s (%s %s)", c.key.SK, c.key.PK, c.key.SK)
	}
	_, owner, _ := strings.Cut(c.key.PK, "#")
	return fmt.Sprintf("%s tickets of %s (%s)", c.attribute, strings.Replace(owner, ":", " ", 1), c.key.PK)
}
