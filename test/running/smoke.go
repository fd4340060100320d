package running

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"

	"mesa/tools/checkout"
	"mesa/tools/deployment"
	"mesa/tools/stackfile"
)

// smokeStack is the environment variable with the name of a stack on AWS, for the tests of `make smoke`.
const smokeStack = "MESA_SMOKE_STACK"

// smokeTimeout is the time in which AWS must describe the stack.
const smokeTimeout = time.Minute

var findOnAWS = sync.OnceValues(func() (*Stack, error) { return openOnAWS(os.Getenv(smokeStack)) })

// FindDeployed returns the stack on AWS that MESA_SMOKE_STACK names, or the running local stack. It is for tests that change nothing.
func FindDeployed(tb testing.TB) *Stack {
	tb.Helper()
	if os.Getenv(smokeStack) == "" {
		return Find(tb)
	}
	stack, err := findOnAWS()
	if err != nil {
		tb.Fatal(err)
	}
	return stack
}

func openOnAWS(name string) (*Stack, error) {
	ctx, cancel := context.WithTimeout(context.Background(), smokeTimeout)
	defer cancel()
	root, err := checkout.Root()
	if err != nil {
		return nil, err
	}
	deployed, err := deployment.Find(ctx, name)
	if err != nil {
		return nil, err
	}
	site, err := deployed.Output("SiteOrigin")
	return &Stack{
		Stack: stackfile.Stack{
			Site: site, Staff: site + "/staff/", API: site + "/api", Table: deployed.Outputs["TableName"], Name: name, Outputs: deployed.Outputs,
		},
		Root: root, IsOnAWS: true, config: deployed.Config,
		Gateway: "https://" + deployed.Outputs["ApiId"] + ".execute-api." + deployed.Config.Region + ".amazonaws.com/live",
	}, err
}
