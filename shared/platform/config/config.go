// Package config reads a function's environment. A function that lacks what it needs does not start, and says what it lacks.
package config

import (
	"context"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsconfig "github.com/aws/aws-sdk-go-v2/config"
)

// loadTimeout bounds the look-up of region and credentials at the start.
const loadTimeout = 5 * time.Second

// Must returns a variable that the function cannot do without.
func Must(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic("the environment lacks " + name)
	}
	return value
}

// AWS returns how to reach AWS, or whatever AWS_ENDPOINT_URL stands for it.
func AWS() aws.Config {
	ctx, cancel := context.WithTimeout(context.Background(), loadTimeout)
	defer cancel()
	loaded, err := awsconfig.LoadDefaultConfig(ctx)
	if err != nil {
		panic("AWS configuration: " + err.Error())
	}
	return loaded
}
