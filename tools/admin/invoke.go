package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
)

// invoker invokes a function, as *lambda.Client does.
type invoker interface {
	Invoke(ctx context.Context, input *lambda.InvokeInput, options ...func(*lambda.Options)) (*lambda.InvokeOutput, error)
}

// invoke invokes a function and waits for its response. It returns an error if the function fails.
func invoke(ctx context.Context, functions invoker, name string, payload []byte) error {
	response, err := functions.Invoke(ctx, &lambda.InvokeInput{FunctionName: &name, Payload: payload})
	if err == nil && response.FunctionError != nil {
		err = fmt.Errorf("%s failed: %s: %s", name, *response.FunctionError, response.Payload)
	}
	return err
}
