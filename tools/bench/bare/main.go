// Command bare is a minimal function: the SDK's configuration, a DynamoDB client and an empty handler. The benchmark compares
// its start with the start of the real functions (Q4).
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/platform/config"
)

func main() {
	client := dynamodb.NewFromConfig(config.AWS())
	lambda.Start(func(context.Context) (string, error) { return client.Options().Region, nil })
}
