package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// seed loads the demo unless the table already contains it.
func (s settings) seed(ctx context.Context, deployed outputs) error {
	client := dynamodb.NewFromConfig(s.awsConfig())
	key := map[string]types.AttributeValue{
		"pk": &types.AttributeValueMemberS{Value: "DESK"}, "sk": &types.AttributeValueMemberS{Value: "SETTINGS"},
	}
	found, err := client.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String(deployed["TableName"]), Key: key})
	if err != nil {
		return err
	}
	if len(found.Item) > 0 && s.readParameter(ctx, "demo") == deployed["TableName"] {
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
	command := exec.Command(s.binary("seed"), arguments...)
	command.Dir = s.root
	return command
}

// stackFile describes the running stack for tests and tools: addresses, outputs and the demo's credentials.
type stackFile struct {
	Site    string   `json:"site"`
	Staff   string   `json:"staff"`
	API     string   `json:"api"`
	Mailbox string   `json:"mailbox"`
	AWS     string   `json:"aws"`
	Table   string   `json:"table"`
	Stack   string   `json:"stack"`
	Outputs outputs  `json:"outputs"`
	People  []person `json:"people"`
}

// person holds the credentials of a person of the demo.
type person struct {
	Role     string `json:"role"`
	Username string `json:"username"`
	Password string `json:"password"`
	Email    string `json:"email"`
}

// writeStackFile writes stack.json and returns its content.
func (s settings) writeStackFile(ctx context.Context, deployed outputs) (stackFile, error) {
	described := stackFile{
		Site: s.site(), Staff: s.site() + "/staff/", API: s.site() + "/api", Mailbox: s.mailbox(), AWS: s.aws(),
		Table: deployed["TableName"], Stack: stackName, Outputs: deployed,
	}
	command := s.seedCommand("-people")
	people, err := exec.CommandContext(ctx, command.Path, command.Args[1:]...).Output()
	if err != nil {
		return described, fmt.Errorf("seed -people: %w", err)
	}
	if err := json.Unmarshal(people, &described.People); err != nil {
		return described, err
	}
	text, err := json.MarshalIndent(described, "", "  ")
	if err != nil {
		return described, err
	}
	return described, os.WriteFile(filepath.Join(s.data, "stack.json"), append(text, '\n'), 0o644)
}

func (f stackFile) print() {
	for _, line := range [][2]string{{"portal", f.Site + "/"}, {"staff page", f.Staff}, {"mailbox", f.Mailbox + "/"}, {"AWS", f.AWS}} {
		fmt.Printf("  %-11s %s\n", line[0], line[1])
	}
	fmt.Println()
	for _, person := range f.People {
		fmt.Printf("  %-11s %-20s %s\n", person.Role, person.Username, person.Password)
	}
}

// waitUntilHealthy waits until a page and an operation respond with 200.
func (s settings) waitUntilHealthy(ctx context.Context) error {
	alive := func() bool { return s.frontProcess().running() && s.emulatorProcess().running() }
	return wait(ctx, 30*time.Second, alive, func(ctx context.Context) error {
		return errors.Join(responds(ctx, s.site()+"/"), responds(ctx, s.site()+"/api/topics"))
	})
}
