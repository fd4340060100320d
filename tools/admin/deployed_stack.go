package main

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

// deployedStack is a CloudFormation stack of the desk, on AWS or on the local emulator.
type deployedStack struct {
	name    string
	config  aws.Config
	isLocal bool
	status  types.StackStatus
	// parameters and outputs are those of the stack, by name.
	parameters map[string]string
	outputs    map[string]string
}

// findStack describes a stack of the account and region, or the running local stack if name is empty.
func findStack(ctx context.Context, name string) (deployedStack, error) {
	stack := deployedStack{name: name, parameters: map[string]string{}, outputs: map[string]string{}}
	var err error
	if name == "" {
		var local stackfile.Stack
		local, err = stackfile.Read()
		stack.name, stack.config, stack.isLocal = local.Name, local.AWSConfig(), true
	} else {
		stack.config, err = awsconfig.LoadDefaultConfig(ctx)
	}
	if err != nil {
		return stack, err
	}
	described, err := cloudformation.NewFromConfig(stack.config).DescribeStacks(ctx, &cloudformation.DescribeStacksInput{StackName: &stack.name})
	if err != nil {
		return stack, fmt.Errorf("describe the stack %s in the region %s: %w", stack.name, stack.config.Region, err)
	}
	if len(described.Stacks) == 0 {
		return stack, fmt.Errorf("there is no stack %s in the region %s", stack.name, stack.config.Region)
	}
	found := described.Stacks[0]
	stack.status = found.StackStatus
	for _, parameter := range found.Parameters {
		stack.parameters[aws.ToString(parameter.ParameterKey)] = aws.ToString(parameter.ParameterValue)
	}
	for _, output := range found.Outputs {
		stack.outputs[aws.ToString(output.OutputKey)] = aws.ToString(output.OutputValue)
	}
	return stack, nil
}

// output returns the value of an output. It returns an error if the stack does not have it, for example because the first
// deployment did not finish.
func (s deployedStack) output(name string) (string, error) {
	if value := s.outputs[name]; value != "" {
		return value, nil
	}
	return "", fmt.Errorf("the stack %s has no output %s; its status is %s", s.name, name, s.status)
}

// stores opens the stores of the stack's table.
func (s deployedStack) stores() (stores.Stores, error) {
	name, err := s.output("TableName")
	return stores.New(table.Open(s.config, name, 0)), err
}
