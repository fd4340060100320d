package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/tools/stackfile"
)

// noDemo is the value of DEMO that leaves the table empty. The parameter of the emulator about the demo has the same value, so that
// later starts do not load the demo into the operator's data.
const noDemo = "none"

// seed loads the demo unless the table already contains it, or the stack was started without it.
func (s settings) seed(ctx context.Context, deployed outputs) error {
	loaded := s.readParameter(ctx, "demo")
	switch {
	case loaded == noDemo:
		return nil
	case s.withoutDemo && loaded != "":
		return errors.New("the table contains the demo data: run `make reset` first, which deletes it")
	case s.withoutDemo:
		return s.storeParameter(ctx, "demo", noDemo)
	}
	client := dynamodb.NewFromConfig(s.awsConfig())
	key := map[string]types.AttributeValue{
		"pk": &types.AttributeValueMemberS{Value: "DESK"}, "sk": &types.AttributeValueMemberS{Value: "SETTINGS"},
	}
	found, err := client.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String(deployed["TableName"]), Key: key})
	if err != nil {
		return err
	}
	if len(found.Item) > 0 && loaded == deployed["TableName"] {
		return nil
	}
	command := s.seedCommand()
	command.Env = append(s.awsEnvironment(), "TABLE_NAME="+deployed["TableName"])
	if err := s.runLogged(ctx, "seed", command); err != nil {
		return err
	}
	return s.storeParameter(ctx, "demo", deployed["TableName"])
}

func (s settings) seedCommand(arguments ...string) *exec.Cmd {
	command := exec.Command(s.localBuild().binary("seed"), arguments...)
	command.Dir = s.root
	return command
}

// describe returns the description of the running stack.
func (s settings) describe(ctx context.Context, deployed outputs) (stackfile.Stack, error) {
	described := stackfile.Stack{
		Site: s.site(), Staff: s.site() + "/staff/", API: s.site() + "/api", Mailbox: s.mailbox(), AWS: s.aws(),
		Table: deployed["TableName"], Engine: s.selected.Name, Name: stackName, Outputs: deployed,
	}
	if s.readParameter(ctx, "demo") == noDemo {
		described.People = []stackfile.Credentials{} // an empty list in JSON, not null
		return described, nil
	}
	command := s.seedCommand("-people")
	people, err := exec.CommandContext(ctx, command.Path, command.Args[1:]...).Output()
	if err != nil {
		return described, fmt.Errorf("seed -people: %w", err)
	}
	return described, json.Unmarshal(people, &described.People)
}

// printStack prints the addresses of the stack and the credentials of the demo's people.
func printStack(described stackfile.Stack) {
	for _, line := range [][2]string{
		{"portal", described.Site + "/"}, {"staff page", described.Staff}, {"mailbox", described.Mailbox + "/"}, {"AWS", described.AWS},
	} {
		fmt.Printf("  %-11s %s\n", line[0], line[1])
	}
	fmt.Println()
	if len(described.People) == 0 {
		fmt.Println("  The table has no demo data. docs/deploy.md continues with step 6.")
	}
	for _, person := range described.People {
		fmt.Printf("  %-11s %-20s %s\n", person.Role, person.Username, person.Password)
	}
}

// waitUntilHealthy waits until a page and an operation respond with 200.
func (s settings) waitUntilHealthy(ctx context.Context) error {
	alive := func() bool { return s.frontProcess().running() && s.engine().process().running() }
	return wait(ctx, 30*time.Second, alive, func(ctx context.Context) error {
		return errors.Join(responds(ctx, s.site()+"/"), responds(ctx, s.site()+"/api/topics"))
	})
}
