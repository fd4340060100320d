package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/tools/deployment"
)

func restoreCommand() command {
	return command{
		name: "restore", summary: "Restore the table to an earlier time, as a new table",
		details: "The stack uses the new table after the deployment that the command prints. All sessions end, because a restored session may\n" +
			"have been ended since. New tickets get numbers after those of the current table. If the command is interrupted, -table continues\n" +
			"with the new table. The local engine cannot restore an earlier time; there, the new table is a copy of the current table.",
		register: func(flags *flag.FlagSet) execution {
			at := flags.String("time", "", "the `time` to restore, such as 2026-11-29T12:00:00Z; without it, the latest possible")
			target := flags.String("table", "", "the `name` of the new table of an interrupted restoration, which is continued")
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				r, err := newRestoration(stack, *at, *target, time.Now())
				if err != nil {
					return err
				}
				return r.run(ctx, console)
			}
		},
	}
}

// restoration restores a table into a new table, and prepares the new table for the functions.
type restoration struct {
	stack  deployment.Stack
	client *dynamodb.Client
	// source and target are the names of the current and the new table.
	source, target string
	// at is the time to restore. The zero time is the latest possible.
	at time.Time
	// isContinued reports whether an earlier run of the command has created the new table.
	isContinued bool
}

// newRestoration returns the restoration of a stack's table as of a time, or its continuation with the target of an interrupted
// run. It returns an error if the name of the target does not have the prefix of the tables that the command creates, because
// the command deletes the sessions in the target.
func newRestoration(stack deployment.Stack, at, target string, now time.Time) (restoration, error) {
	source, err := stack.Output("TableName")
	prefix := stack.Name + "-restored-"
	r := restoration{stack: stack, client: dynamodb.NewFromConfig(stack.Config), source: source, target: prefix + now.UTC().Format("20060102-150405")}
	switch {
	case err != nil:
		return r, err
	case target != "" && at != "":
		return r, errors.New("-table continues with a restored table, whose time cannot change: omit -time")
	case target == source && target != "":
		return r, fmt.Errorf("-table %s is the current table of the stack", target)
	case target != "" && !strings.HasPrefix(target, prefix):
		return r, fmt.Errorf("-table %s was not created by this command: its name does not start with %s", target, prefix)
	case target != "":
		r.target, r.isContinued = target, true
	case at != "":
		r.at, err = time.Parse(time.RFC3339, at)
	}
	return r, err
}

// tableTimeout is the maximum time of a restoration and of each change of a table. A restoration of a large table takes hours.
const tableTimeout = 12 * time.Hour

// run creates the new table unless it is continued, and prepares it. If it fails after the creation, the error contains the
// command that continues.
func (r restoration) run(ctx context.Context, console console) error {
	if !r.isContinued {
		if err := r.create(ctx); err != nil {
			return fmt.Errorf("restore %s into %s: %w", r.source, r.target, err)
		}
		console.printf("the new table is %s. On AWS this takes at least several minutes\n", r.target)
	}
	stream, err := r.prepare(ctx, console)
	if err != nil {
		return fmt.Errorf("%w\nThe stack does not use the table %s yet, and it costs money. To continue with it: %s\n"+
			"To give up: aws dynamodb delete-table --table-name %s", err, r.target, r.stack.Admin("restore -table "+r.target), r.target)
	}
	console.printf("The table is restored as %s. Deploy the stack with these parameters, then run `%s`:\n\n  RestoredTable=%s RestoredStream=%s\n",
		r.target, r.stack.Make("reconcile"), r.target, stream)
	return nil
}

// create starts the restoration into the new table. The local engine creates an empty table.
func (r restoration) create(ctx context.Context) error {
	if r.stack.IsLocal {
		return r.createEmpty(ctx)
	}
	in := &dynamodb.RestoreTableToPointInTimeInput{SourceTableName: &r.source, TargetTableName: &r.target}
	if r.at.IsZero() {
		in.UseLatestRestorableTime = aws.Bool(true)
	} else {
		in.RestoreDateTime = &r.at
	}
	_, err := r.client.RestoreTableToPointInTime(ctx, in)
	return err
}

// createEmpty creates the new table with the keys and indexes of the current table.
func (r restoration) createEmpty(ctx context.Context) error {
	if !r.at.IsZero() {
		return errors.New("the local engine cannot restore an earlier time: omit -time")
	}
	described, err := r.client.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &r.source})
	if err != nil {
		return err
	}
	create := &dynamodb.CreateTableInput{
		TableName: &r.target, BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: described.Table.AttributeDefinitions, KeySchema: described.Table.KeySchema,
	}
	for _, index := range described.Table.GlobalSecondaryIndexes {
		create.GlobalSecondaryIndexes = append(create.GlobalSecondaryIndexes, types.GlobalSecondaryIndex{IndexName: index.IndexName, KeySchema: index.KeySchema, Projection: index.Projection})
	}
	_, err = r.client.CreateTable(ctx, create)
	return err
}

// copyItems copies the items of the current table into the new table.
func (r restoration) copyItems(ctx context.Context) error {
	return eachItem(ctx, r.client, &dynamodb.ScanInput{TableName: &r.source}, func(item map[string]types.AttributeValue) error {
		_, err := r.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &r.target, Item: item})
		return err
	})
}

// wait waits until the new table is active, and returns its description.
func (r restoration) wait(ctx context.Context) (*types.TableDescription, error) {
	waiter := dynamodb.NewTableExistsWaiter(r.client, func(o *dynamodb.TableExistsWaiterOptions) { o.MinDelay = time.Second })
	described, err := waiter.WaitForOutput(ctx, &dynamodb.DescribeTableInput{TableName: &r.target}, tableTimeout)
	if err != nil {
		return nil, fmt.Errorf("wait for the table: %w", err)
	}
	return described.Table, nil
}

// eachItem calls do with each item that a scan returns.
func eachItem(ctx context.Context, client *dynamodb.Client, in *dynamodb.ScanInput, do func(map[string]types.AttributeValue) error) error {
	pages := dynamodb.NewScanPaginator(client, in)
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		for _, item := range page.Items {
			if err := do(item); err != nil {
				return err
			}
		}
	}
	return nil
}
