package main

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation"
	stacktypes "github.com/aws/aws-sdk-go-v2/service/cloudformation/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	snstypes "github.com/aws/aws-sdk-go-v2/service/sns/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"mesa/tools/deployment"
	"mesa/tools/pages"
)

// healthChecks returns all checks, in the order in which an operator should solve the problems.
func healthChecks() []healthCheck {
	return []healthCheck{
		{"stack", "", func(_ context.Context, stack deployment.Stack) (verdict, error) { return judgeStack(stack), nil }},
		{"sender identity", "the local engine accepts every sender", checkIdentity},
		{"sending of mails", "the local engine has no sandbox and no quota", checkSending},
		{"dead mails", "", checkDeadMails},
		{"failed batches", "", checkFailedBatches},
		{"alarms", "the local engine does not evaluate alarms", checkAlarms},
		{"alarm topic", "the local stack has no topic", checkAlarmTopic},
		{"rollback triggers", "a local stack has no rollback triggers", func(_ context.Context, stack deployment.Stack) (verdict, error) { return judgeRollback(stack), nil }},
		{"table protection", "the local table has no protection", checkTable},
		{"concurrency", "the local engine has no quota", checkConcurrency},
		{"administrator", "", checkAdministrator},
		{"pages", "", checkPages},
		{"settings", "", checkSettings},
	}
}

func checkIdentity(ctx context.Context, stack deployment.Stack) (verdict, error) {
	_, domain, _ := strings.Cut(stack.Parameters["MailFrom"], "@")
	found, err := sesv2.NewFromConfig(stack.Config).GetEmailIdentity(ctx, &sesv2.GetEmailIdentityInput{EmailIdentity: &domain})
	if err != nil {
		return verdict{}, err
	}
	return judgeIdentity(domain, found), nil
}

func checkSending(ctx context.Context, stack deployment.Stack) (verdict, error) {
	found, err := sesv2.NewFromConfig(stack.Config).GetAccount(ctx, &sesv2.GetAccountInput{})
	if err != nil {
		return verdict{}, err
	}
	return judgeSending(found), nil
}

func checkDeadMails(ctx context.Context, stack deployment.Stack) (verdict, error) {
	url, err := stack.Output("DeadLettersUrl")
	if err != nil {
		return verdict{}, err
	}
	count, err := queueLength(ctx, sqs.NewFromConfig(stack.Config), url)
	return judgeQueue(count, "mails that could not be sent",
		"Find the cause in the log of send-mail and remove it. Then run `"+stack.Make("redrive")+"`, which sends these mails again. See docs/runbook.md#mail-that-could-not-be-sent."), err
}

func checkFailedBatches(ctx context.Context, stack deployment.Stack) (verdict, error) {
	client := sqs.NewFromConfig(stack.Config)
	queue, err := failedBatchesQueue(ctx, client, stack)
	if err != nil {
		return verdict{}, err
	}
	count, err := queueLength(ctx, client, queue)
	return judgeQueue(count, "batches of the table's stream that were not processed",
		"Routing or mails of these changes are missing. Find the cause in the logs of route and notify, and remove it. Then run `"+stack.Admin("redrive -stream")+"`. See docs/runbook.md#process-failed-batches-of-the-stream."), err
}

func checkAlarms(ctx context.Context, stack deployment.Stack) (verdict, error) {
	alarms, err := alarmsOf(ctx, stack)
	if err != nil {
		return verdict{}, err
	}
	return judgeAlarms(alarms), nil
}

func checkAlarmTopic(ctx context.Context, stack deployment.Stack) (verdict, error) {
	alarms, err := alarmsOf(ctx, stack)
	if err != nil {
		return verdict{}, err
	}
	topics := map[string]bool{}
	for _, alarm := range alarms {
		for _, topic := range alarm.AlarmActions {
			topics[topic] = true
		}
	}
	client := sns.NewFromConfig(stack.Config)
	var subscriptions []snstypes.Subscription
	for topic := range topics {
		found, err := client.ListSubscriptionsByTopic(ctx, &sns.ListSubscriptionsByTopicInput{TopicArn: &topic})
		if err != nil {
			return verdict{}, err
		}
		subscriptions = append(subscriptions, found.Subscriptions...)
	}
	return judgeAlarmTopic(alarms, subscriptions), nil
}

// observabilityResources returns the resources of the nested stack Observability.
func observabilityResources(ctx context.Context, client *cloudformation.Client, stack deployment.Stack) ([]stacktypes.StackResource, error) {
	nested, err := client.DescribeStackResource(ctx, &cloudformation.DescribeStackResourceInput{
		StackName: &stack.Name, LogicalResourceId: aws.String("Observability"),
	})
	if err != nil {
		return nil, err
	}
	found, err := client.DescribeStackResources(ctx, &cloudformation.DescribeStackResourcesInput{StackName: nested.StackResourceDetail.PhysicalResourceId})
	if err != nil {
		return nil, err
	}
	return found.StackResources, nil
}

// alarmsOf returns the CloudWatch alarms of the nested stack Observability.
func alarmsOf(ctx context.Context, stack deployment.Stack) ([]types.MetricAlarm, error) {
	resources, err := observabilityResources(ctx, cloudformation.NewFromConfig(stack.Config), stack)
	if err != nil {
		return nil, err
	}
	return alarmsAmong(ctx, stack, resources)
}

// alarmsAmong returns the CloudWatch alarms among the resources of a stack. It returns an error if there is none.
func alarmsAmong(ctx context.Context, stack deployment.Stack, resources []stacktypes.StackResource) ([]types.MetricAlarm, error) {
	var names []string
	for _, resource := range resources {
		if aws.ToString(resource.ResourceType) == "AWS::CloudWatch::Alarm" {
			names = append(names, aws.ToString(resource.PhysicalResourceId))
		}
	}
	if len(names) == 0 {
		return nil, errors.New("the stack has no alarms")
	}
	found, err := cloudwatch.NewFromConfig(stack.Config).DescribeAlarms(ctx, &cloudwatch.DescribeAlarmsInput{AlarmNames: names})
	if err != nil {
		return nil, err
	}
	return found.MetricAlarms, nil
}

func checkTable(ctx context.Context, stack deployment.Stack) (verdict, error) {
	name, err := stack.Output("TableName")
	if err != nil {
		return verdict{}, err
	}
	client := dynamodb.NewFromConfig(stack.Config)
	table, err := client.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &name})
	if err != nil {
		return verdict{}, err
	}
	backups, err := client.DescribeContinuousBackups(ctx, &dynamodb.DescribeContinuousBackupsInput{TableName: &name})
	if err != nil {
		return verdict{}, err
	}
	return judgeTable(stack, table.Table, backups.ContinuousBackupsDescription), nil
}

func checkConcurrency(ctx context.Context, stack deployment.Stack) (verdict, error) {
	found, err := lambda.NewFromConfig(stack.Config).GetAccountSettings(ctx, &lambda.GetAccountSettingsInput{})
	if err != nil {
		return verdict{}, err
	}
	return judgeConcurrency(found.AccountLimit), nil
}

func checkAdministrator(ctx context.Context, stack deployment.Stack) (verdict, error) {
	db, err := stack.Stores()
	if err != nil {
		return verdict{}, err
	}
	exists, err := hasAdministrator(ctx, db)
	if err != nil {
		return verdict{}, err
	}
	return judgeAdministrator(stack, exists), nil
}

func checkPages(ctx context.Context, stack deployment.Stack) (verdict, error) {
	name, err := stack.Output("PagesBucket")
	if err != nil {
		return verdict{}, err
	}
	current, missing, err := pages.Open(stack.Config, name).Current(ctx)
	if err != nil {
		return verdict{}, err
	}
	return judgePages(stack, current, missing), nil
}

func checkSettings(ctx context.Context, stack deployment.Stack) (verdict, error) {
	db, err := stack.Stores()
	if err != nil {
		return verdict{}, err
	}
	config, err := db.Settings.Configuration(ctx)
	if err != nil {
		return verdict{}, err
	}
	return judgeSettings(stack, config), nil
}
