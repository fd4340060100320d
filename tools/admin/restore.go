package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/table"
	"mesa/tools/deployment"
)

func restoreCommand() command {
	return command{
		name: "restore", summary: "Restore the table to an earlier time, as a new table",
		details: "The stack uses the new table after the deployment that the command prints. All sessions end, because a restored session may\n" +
			"have been ended since. New tickets get numbers after those of the current table. The local engine cannot restore an earlier\n" +
			"time; there, the new table is a copy of the current table.",
		register: func(flags *flag.FlagSet) execution {
			at := flags.String("time", "", "the `time` to restore, such as 2026-11-29T12:00:00Z; without it, the latest possible")
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				r, err := newRestoration(stack, *at, time.Now())
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
}

func newRestoration(stack deployment.Stack, at string, now time.Time) (restoration, error) {
	source, err := stack.Output("TableName")
	r := restoration{stack: stack, client: dynamodb.NewFromConfig(stack.Config), source: source, target: stack.Name + "-restored-" + now.UTC().Format("20060102-150405")}
	if err != nil || at == "" {
		return r, err
	}
	r.at, err = time.Parse(time.RFC3339, at)
	return r, err
}

// tableTimeout is the maximum time of a restoration and of each change of a table. A restoration of a large table takes hours.
const tableTimeout = 12 * time.Hour

// run restores the table. It enables the stream last, so that the stream contains none of the command's own changes.
func (r restoration) run(ctx context.Context, console console) error {
	create := r.restore
	if r.stack.IsLocal {
		create = r.copy
	}
	if err := create(ctx, console); err != nil {
		return fmt.Errorf("restore %s into %s: %w", r.source, r.target, err)
	}
	deleted, err := r.endSessions(ctx)
	if err == nil {
		err = r.continueNumbers(ctx, console)
	}
	if err != nil {
		return fmt.Errorf("prepare %s, which is not used yet and costs money until it is deleted: %w", r.target, err)
	}
	stream, err := r.complete(ctx)
	if err != nil {
		return fmt.Errorf("prepare %s, which is not used yet and costs money until it is deleted: %w", r.target, err)
	}
	console.printf("restored the table as %s; ended %d sessions\n", r.target, deleted)
	console.printf("deploy the stack with these parameters, then check it with reconcile:\n\n  RestoredTable=%s RestoredStream=%s\n", r.target, stream)
	return nil
}

func (r restoration) restore(ctx context.Context, console console) error {
	in := &dynamodb.RestoreTableToPointInTimeInput{SourceTableName: &r.source, TargetTableName: &r.target}
	if r.at.IsZero() {
		in.UseLatestRestorableTime = aws.Bool(true)
	} else {
		in.RestoreDateTime = &r.at
	}
	if _, err := r.client.RestoreTableToPointInTime(ctx, in); err != nil {
		return err
	}
	console.printf("DynamoDB restores the table. This takes at least several minutes.\n")
	return r.wait(ctx)
}

// wait waits until the new table is active.
func (r restoration) wait(ctx context.Context) error {
	waiter := dynamodb.NewTableExistsWaiter(r.client, func(o *dynamodb.TableExistsWaiterOptions) { o.MinDelay = time.Second })
	return waiter.Wait(ctx, &dynamodb.DescribeTableInput{TableName: &r.target}, tableTimeout)
}

// copy creates the new table with the keys, indexes and items of the current table.
func (r restoration) copy(ctx context.Context, _ console) error {
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
	if _, err := r.client.CreateTable(ctx, create); err != nil {
		return err
	}
	if err := r.wait(ctx); err != nil {
		return err
	}
	return eachItem(ctx, r.client, &dynamodb.ScanInput{TableName: &r.source}, func(item map[string]types.AttributeValue) error {
		_, err := r.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &r.target, Item: item})
		return err
	})
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

// endSessions deletes the sessions in the new table and returns their number.
func (r restoration) endSessions(ctx context.Context) (int, error) {
	deleted := 0
	scan := &dynamodb.ScanInput{
		TableName: &r.target, FilterExpression: aws.String("begins_with(pk, :session)"), ProjectionExpression: aws.String("pk, sk"),
		ExpressionAttributeValues: map[string]types.AttributeValue{":session": &types.AttributeValueMemberS{Value: "SESSION#"}},
	}
	err := eachItem(ctx, r.client, scan, func(key map[string]types.AttributeValue) error {
		deleted++
		_, err := r.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: &r.target, Key: key})
		return err
	})
	if err != nil {
		return deleted, fmt.Errorf("end the sessions: %w", err)
	}
	return deleted, nil
}

// reservedNumbers is the number of ticket numbers that are skipped, because tickets may be opened in the current table until the
// stack uses the new one.
const reservedNumbers = 1000

// continueNumbers sets the counter of ticket numbers after the counters of both tables, so that no number is used twice: the
// current table has the numbers of mails that were sent, and the restored one those of its tickets if the current one is damaged.
func (r restoration) continueNumbers(ctx context.Context, console console) error {
	var last int64
	for _, name := range []string{r.source, r.target} {
		counter, err := table.FindAs[numberCounter](ctx, table.Open(r.stack.Config, name, 0), table.NumberCounterKey(), table.Consistent)
		if err != nil {
			return fmt.Errorf("read the counter of ticket numbers of %s: %w", name, err)
		}
		if counter.Next == 0 {
			console.printf("%s has no counter of ticket numbers. If it had one, a number can be used twice\n", name)
		}
		last = max(last, counter.Next)
	}
	if last == 0 {
		return nil // no ticket was opened
	}
	counter := table.Upsert(table.NumberCounterKey(), "counter").Set("next", last+reservedNumbers)
	if err := table.Open(r.stack.Config, r.target, 0).Write(ctx, counter); err != nil {
		return fmt.Errorf("write the counter of ticket numbers: %w", err)
	}
	return nil
}

// numberCounter is the counter of ticket numbers.
type numberCounter struct {
	Next int64 `dynamodbav:"next"`
}

// complete enables what DynamoDB does not restore: expiry, the stream and, on AWS, point-in-time recovery and deletion protection. It
// returns the ARN of the stream.
func (r restoration) complete(ctx context.Context) (string, error) {
	_, err := r.client.UpdateTimeToLive(ctx, &dynamodb.UpdateTimeToLiveInput{
		TableName: &r.target, TimeToLiveSpecification: &types.TimeToLiveSpecification{AttributeName: aws.String("expiresAt"), Enabled: aws.Bool(true)},
	})
	if err != nil {
		return "", err
	}
	if !r.stack.IsLocal {
		if err := r.protect(ctx); err != nil {
			return "", err
		}
	}
	_, err = r.client.UpdateTable(ctx, &dynamodb.UpdateTableInput{
		TableName: &r.target, StreamSpecification: &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeNewAndOldImages},
	})
	if err != nil {
		return "", err
	}
	if err := r.wait(ctx); err != nil {
		return "", err
	}
	described, err := r.client.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &r.target})
	if err != nil {
		return "", err
	}
	return aws.ToString(described.Table.LatestStreamArn), nil
}

// protect enables point-in-time recovery, and deletion protection if the current table has it.
func (r restoration) protect(ctx context.Context) error {
	_, err := r.client.UpdateContinuousBackups(ctx, &dynamodb.UpdateContinuousBackupsInput{
		TableName: &r.target, PointInTimeRecoverySpecification: &types.PointInTimeRecoverySpecification{PointInTimeRecoveryEnabled: aws.Bool(true)},
	})
	if err != nil {
		return err
	}
	described, err := r.client.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &r.source})
	if err != nil || !aws.ToBool(described.Table.DeletionProtectionEnabled) {
		return err
	}
	if _, err := r.client.UpdateTable(ctx, &dynamodb.UpdateTableInput{TableName: &r.target, DeletionProtectionEnabled: aws.Bool(true)}); err != nil {
		return err
	}
	return r.wait(ctx)
}
