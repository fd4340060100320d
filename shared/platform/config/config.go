// Package config reads a function's environment. A function whose environment lacks a variable panics at its start.
package config

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsconfig "github.com/aws/aws-sdk-go-v2/config"
)

// loadTimeout limits the lookup of region and credentials at the start.
const loadTimeout = 5 * time.Second

// Must returns a required variable. It panics when the variable is empty.
func Must(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic("the environment lacks " + name)
	}
	return value
}

// Duration returns a variable that is a Go duration, such as 10s. It panics when the variable is missing or malformed.
func Duration(name string) time.Duration {
	value, err := time.ParseDuration(Must(name))
	if err != nil {
		panic(fmt.Sprintf("%s: %v", name, err))
	}
	return value
}

// AWS returns the AWS configuration of the environment. AWS_ENDPOINT_URL replaces the endpoints. It panics without a region.
func AWS() aws.Config {
	ctx, cancel := context.WithTimeout(context.Background(), loadTimeout)
	defer cancel()
	loaded, err := awsconfig.LoadDefaultConfig(ctx)
	if err != nil {
		panic("AWS configuration: " + err.Error())
	}
	return loaded
}
