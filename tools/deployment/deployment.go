// Package deployment describes deployed stacks of the desk: on AWS, or the running local stack.
package deployment

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsconfig "github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation/types"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/tools/stackfile"
)

// Stack is a CloudFormation stack of the desk.
type Stack struct {
	Name string
	// Config is the configuration for SDK clients of the stack's account and region.
	Config aws.Config
	// IsLocal reports whether the stack is on a local engine instead of AWS.
	IsLocal bool
	Status  types.StackStatus
	// RollbackTriggers is the number of CloudWatch alarms that roll a deployment back.
	RollbackTriggers int
	// Parameters and Outputs are those of the stack, by name.
	Parameters map[string]string
	Outputs    map[string]string
}

// Find describes a stack of the account and region, or the running local stack if name is empty.
func Find(ctx context.Context, name string) (Stack, error) {
	stack := Stack{Name: name, Parameters: map[string]string{}, Outputs: map[string]string{}}
	var err error
	if name == "" {
		var local stackfile.Stack
		local, err = stackfile.Read()
		stack.Name, stack.Config, stack.IsLocal = local.Name, local.AWSConfig(), true
	} else {
		stack.Config, err = awsconfig.LoadDefaultConfig(ctx)
	}
	if err != nil {
		return stack, err
	}
	described, err := cloudformation.NewFromConfig(stack.Config).DescribeStacks(ctx, &cloudformation.DescribeStacksInput{StackName: &stack.Name})
	if err != nil {
		return stack, fmt.Errorf("describe the stack %s in the region %s: %w", stack.Name, stack.Config.Region, err)
	}
	if len(described.Stacks) == 0 {
		return stack, fmt.Errorf("there is no stack %s in the region %s", stack.Name, stack.Config.Region)
	}
	found := described.Stacks[0]
	stack.Status = found.StackStatus
	if found.RollbackConfiguration != nil {
		stack.RollbackTriggers = len(found.RollbackConfiguration.RollbackTriggers)
	}
	for _, parameter := range found.Parameters {
		stack.Parameters[aws.ToString(parameter.ParameterKey)] = aws.ToString(parameter.ParameterValue)
	}
	for _, output := range found.Outputs {
		stack.Outputs[aws.ToString(output.OutputKey)] = aws.ToString(output.OutputValue)
	}
	return stack, nil
}

// Output returns the value of an output. It returns an error if the stack does not have it, for example because the first
// deployment did not finish.
func (s Stack) Output(name string) (string, error) {
	if value := s.Outputs[name]; value != "" {
		return value, nil
	}
	return "", fmt.Errorf("the stack %s has no output %s; its status is %s", s.Name, name, s.Status)
}

// Make returns the shell command that makes a target of the Makefile for the stack.
func (s Stack) Make(target string) string {
	if s.IsLocal {
		return "make " + target
	}
	return "make " + target + " STACK=" + s.Name
}

// Admin returns the shell command that runs a command of tools/admin for the stack.
func (s Stack) Admin(command string) string {
	if s.IsLocal {
		return ".local/bin/admin " + command
	}
	return ".local/bin/admin " + command + " -stack " + s.Name
}

// Stores opens the stores of the stack's table.
func (s Stack) Stores() (stores.Stores, error) {
	name, err := s.Output("TableName")
	return stores.New(table.Open(s.Config, name, 0)), err
}
