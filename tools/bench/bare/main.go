// Command bare is the least that a function of ours can be: the SDK's configuration, a DynamoDB client, and a handler that does
// nothing. The bench starts it for comparison.
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
