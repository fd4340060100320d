package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation/types"

	"mesa/tools/deployment"
)

// rollbackAlarms holds the logical IDs in infra/observability.yaml of the CloudWatch alarms that roll a deployment back.
// CloudFormation accepts five. It fails a deployment that removes or renames one of them, because the trigger is then missing.
var rollbackAlarms = []string{"ApiFails", "RoutingFails", "NotificationsFail", "DeadlineCheckFails"}

const (
	// rollbackMonitoring is the time for which CloudFormation monitors the alarms after a deployment. The slowest alarm needs 15 minutes.
	rollbackMonitoring = 20 * time.Minute
	// protectTimeout is the maximum time that the update of the stack may take.
	protectTimeout = time.Hour
)

func protectCommand() command {
	return command{
		name: "protect", summary: "Protect the table, and roll later deployments back if an alarm reports errors",
		details: "It sets the parameter DeletionProtection, and gives the stack rollback triggers, which CloudFormation stores for all later\n" +
			"deployments: it monitors the alarms during the deployment and for 20 minutes after it. If one of them reports errors,\n" +
			"CloudFormation restores the previous functions, policies and variables together.",
		register: func(*flag.FlagSet) execution {
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				if stack.IsLocal {
					return errors.New("a local stack has no rollback triggers")
				}
				return protect(ctx, console, stack)
			}
		},
	}
}

// protect updates the stack and waits until CloudFormation has finished, including the monitoring.
func protect(ctx context.Context, console console, stack deployment.Stack) error {
	client := cloudformation.NewFromConfig(stack.Config)
	resources, err := observabilityResources(ctx, client, stack)
	if err != nil {
		return err
	}
	alarms, err := alarmsAmong(ctx, stack, resources)
	if err != nil {
		return err
	}
	arns := map[string]string{}
	for _, alarm := range alarms {
		arns[aws.ToString(alarm.AlarmName)] = aws.ToString(alarm.AlarmArn)
	}
	configuration, err := rollbackConfiguration(resources, arns)
	if err != nil {
		return err
	}
	if _, err := client.UpdateStack(ctx, protection(stack, configuration)); err != nil {
		return fmt.Errorf("update the stack %s: %w", stack.Name, err)
	}
	console.printf("updating; this takes %d minutes longer than a deployment\n", int(rollbackMonitoring/time.Minute))
	return cloudformation.NewStackUpdateCompleteWaiter(client).Wait(ctx, &cloudformation.DescribeStacksInput{StackName: &stack.Name}, protectTimeout)
}

// rollbackConfiguration returns the triggers of the rollbackAlarms. The resources are those of the nested stack Observability, and arns
// maps names of alarms to ARNs.
func rollbackConfiguration(resources []types.StackResource, arns map[string]string) (*types.RollbackConfiguration, error) {
	configuration := &types.RollbackConfiguration{MonitoringTimeInMinutes: aws.Int32(int32(rollbackMonitoring / time.Minute))}
	for _, id := range rollbackAlarms {
		i := slices.IndexFunc(resources, func(r types.StackResource) bool { return aws.ToString(r.LogicalResourceId) == id })
		if i < 0 || arns[aws.ToString(resources[i].PhysicalResourceId)] == "" {
			return nil, fmt.Errorf("the stack has no alarm %s", id)
		}
		configuration.RollbackTriggers = append(configuration.RollbackTriggers, types.RollbackTrigger{
			Arn: new(arns[aws.ToString(resources[i].PhysicalResourceId)]), Type: aws.String("AWS::CloudWatch::Alarm"),
		})
	}
	return configuration, nil
}

// protection returns the update of a stack that sets DeletionProtection and the rollback configuration, and changes nothing else.
func protection(stack deployment.Stack, configuration *types.RollbackConfiguration) *cloudformation.UpdateStackInput {
	update := &cloudformation.UpdateStackInput{
		StackName: &stack.Name, UsePreviousTemplate: aws.Bool(true), RollbackConfiguration: configuration,
		Capabilities: []types.Capability{types.CapabilityCapabilityIam, types.CapabilityCapabilityAutoExpand},
	}
	for _, name := range slices.Sorted(maps.Keys(stack.Parameters)) {
		parameter := types.Parameter{ParameterKey: &name, UsePreviousValue: aws.Bool(true)}
		if name == "DeletionProtection" {
			parameter = types.Parameter{ParameterKey: &name, ParameterValue: aws.String("true")}
		}
		update.Parameters = append(update.Parameters, parameter)
	}
	return update
}
