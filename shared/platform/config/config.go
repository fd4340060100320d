// Package config reads a function's environment. A function whose environment lacks a variable panics at startup.
package config

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	awsconfig "github.com/aws/aws-sdk-go-v2/config"
)

// loadTimeout limits the loading of the AWS configuration at startup. Credentials are retrieved later, by the first call.
const loadTimeout = 5 * time.Second

// connectionsPerHost is the number of idle connections to a service that are kept open for reuse. A list for an administrator
// can query more than a hundred partitions at once. With the SDK's default of 10, most of the queries would open a new
// connection each time.
const connectionsPerHost = 100

// Must returns the value of a required variable. It panics if the value is empty.
func Must(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic("the environment lacks " + name)
	}
	return value
}

// Duration returns the value of a variable as a Go duration, such as 10s. It panics if the variable is missing or malformed.
func Duration(name string) time.Duration {
	value, err := time.ParseDuration(Must(name))
	if err != nil {
		panic(fmt.Sprintf("%s: %v", name, err))
	}
	return value
}

// AWS returns the AWS configuration of the environment, which it loads once. AWS_ENDPOINT_URL overrides the endpoints. It
// panics if the configuration is invalid. A missing region is detected only by the first call.
var AWS = sync.OnceValue(func() aws.Config {
	ctx, cancel := context.WithTimeout(context.Background(), loadTimeout)
	defer cancel()
	client := awshttp.NewBuildableClient().WithTransportOptions(func(transport *http.Transport) {
		transport.MaxIdleConnsPerHost = connectionsPerHost
	})
	loaded, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithHTTPClient(client))
	if err != nil {
		panic("AWS configuration: " + err.Error())
	}
	return loaded
})
