package main

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/table"
)

// prepare waits until the new table is restored, ends its sessions, continues the numbers of tickets, and enables the settings
// that DynamoDB does not restore: expiry, the stream and, on AWS, point-in-time recovery and deletion protection. It returns
// the ARN of the stream.
//
// It enables the stream last, so that the stream contains none of these changes. It can be repeated: a table with a stream is
// prepared already.
func (r restoration) prepare(ctx context.Context, console console) (string, error) {
	target, err := r.wait(ctx)
	if err != nil {
		return "", err
	}
	if stream := target.StreamSpecification; stream != nil && aws.ToBool(stream.StreamEnabled) {
		return aws.ToString(target.LatestStreamArn), nil
	}
	if r.stack.IsLocal {
		if err := r.copyItems(ctx); err != nil {
			return "", fmt.Errorf("copy the items: %w", err)
		}
	}
	ended, err := r.endSessions(ctx)
	if err != nil {
		return "", err
	}
	console.printf("ended sessions: %d\n", ended)
	if err := r.continueNumbers(ctx, console); err != nil {
		return "", err
	}
	if err := r.enableExpiry(ctx); err != nil {
		return "", fmt.Errorf("enable expiry: %w", err)
	}
	if !r.stack.IsLocal {
		if err := r.protect(ctx, target); err != nil {
			return "", err
		}
	}
	return r.enableStream(ctx)
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

// reservedNumbers is the number of ticket numbers that are skipped, because tickets may be opened in the current table until
// the stack uses the new table.
const reservedNumbers = 1000

// continueNumbers sets the counter of ticket numbers to reservedNumbers above the higher counter of the two tables, so that no
// number is used twice. The current table may have numbers that people know from mails. If it is damaged, its counter may be
// lower than the numbers of restored tickets.
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

// enableExpiry enables the expiry of items unless it is enabled. DynamoDB refuses a second UpdateTimeToLive within an hour.
func (r restoration) enableExpiry(ctx context.Context) error {
	described, err := r.client.DescribeTimeToLive(ctx, &dynamodb.DescribeTimeToLiveInput{TableName: &r.target})
	if err != nil {
		return err
	}
	if status := described.TimeToLiveDescription.TimeToLiveStatus; status == types.TimeToLiveStatusEnabled || status == types.TimeToLiveStatusEnabling {
		return nil
	}
	_, err = r.client.UpdateTimeToLive(ctx, &dynamodb.UpdateTimeToLiveInput{
		TableName: &r.target, TimeToLiveSpecification: &types.TimeToLiveSpecification{AttributeName: aws.String("expiresAt"), Enabled: aws.Bool(true)},
	})
	return err
}

// protect enables point-in-time recovery, and deletion protection if the current table has it.
func (r restoration) protect(ctx context.Context, target *types.TableDescription) error {
	if err := r.enableBackups(ctx); err != nil {
		return fmt.Errorf("enable point-in-time recovery: %w", err)
	}
	source, err := r.client.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &r.source})
	if err != nil || !aws.ToBool(source.Table.DeletionProtectionEnabled) || aws.ToBool(target.DeletionProtectionEnabled) {
		return err
	}
	if _, err := r.client.UpdateTable(ctx, &dynamodb.UpdateTableInput{TableName: &r.target, DeletionProtectionEnabled: aws.Bool(true)}); err != nil {
		return fmt.Errorf("enable deletion protection: %w", err)
	}
	_, err = r.wait(ctx)
	return err
}

// The retries of enableBackups take about ten minutes.
const (
	backupsAttempts = 60
	backupsMaxDelay = 10 * time.Second
)

// enableBackups enables point-in-time recovery. It retries while DynamoDB still enables backups of the new table itself: then
// DynamoDB returns ContinuousBackupsUnavailableException.
func (r restoration) enableBackups(ctx context.Context) error {
	_, err := r.client.UpdateContinuousBackups(ctx, &dynamodb.UpdateContinuousBackupsInput{
		TableName: &r.target, PointInTimeRecoverySpecification: &types.PointInTimeRecoverySpecification{PointInTimeRecoveryEnabled: aws.Bool(true)},
	}, func(o *dynamodb.Options) {
		unavailable := retry.AddWithErrorCodes(retry.NewStandard(), (*types.ContinuousBackupsUnavailableException)(nil).ErrorCode())
		o.Retryer = retry.AddWithMaxBackoffDelay(retry.AddWithMaxAttempts(unavailable, backupsAttempts), backupsMaxDelay)
	})
	return err
}

// enableStream enables the stream and returns its ARN.
func (r restoration) enableStream(ctx context.Context) (string, error) {
	_, err := r.client.UpdateTable(ctx, &dynamodb.UpdateTableInput{
		TableName: &r.target, StreamSpecification: &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeNewAndOldImages},
	})
	if err != nil {
		return "", fmt.Errorf("enable the stream: %w", err)
	}
	target, err := r.wait(ctx)
	if err != nil {
		return "", err
	}
	return aws.ToString(target.LatestStreamArn), nil
}
