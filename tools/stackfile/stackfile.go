// Package stackfile reads and writes the file that describes the running local stack. `make up` writes it to .local/stack.json;
// tools and tests read it. The environment variable MESA_STACK names another file.
package stackfile

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"

	"mesa/tools/checkout"
)

// Stack describes a running local stack.
type Stack struct {
	// Site, Staff, API and Mailbox are the URLs of the portal, the staff page, the API and the sent mails. AWS is the endpoint of
	// the emulator.
	Site    string `json:"site"`
	Staff   string `json:"staff"`
	API     string `json:"api"`
	Mailbox string `json:"mailbox"`
	AWS     string `json:"aws"`
	Table   string `json:"table"`
	// Engine is the name of the engine (tools/engines).
	Engine string `json:"engine"`
	// Name is the name of the CloudFormation stack, which is the prefix of the names of its resources.
	Name    string            `json:"stack"`
	Outputs map[string]string `json:"outputs"`
	// People holds the people of the demo.
	People []Credentials `json:"people"`
}

// Credentials holds the user name and password of a person, with their role and e-mail address.
type Credentials struct {
	Role     string `json:"role"`
	Username string `json:"username"`
	Password string `json:"password"`
	Email    string `json:"email"`
}

// Path returns the path of the file: MESA_STACK, or .local/stack.json in the checkout.
func Path() (string, error) {
	if path := os.Getenv("MESA_STACK"); path != "" {
		return path, nil
	}
	root, err := checkout.Root()
	return filepath.Join(root, ".local", "stack.json"), err
}

// Read reads the file at Path. The error wraps fs.ErrNotExist if the file does not exist, because no stack was started.
func Read() (Stack, error) {
	path, err := Path()
	if err != nil {
		return Stack{}, err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return Stack{}, fmt.Errorf("no local stack; start it with `make up`: %w", err)
	}
	var stack Stack
	if err := json.Unmarshal(text, &stack); err != nil {
		return Stack{}, fmt.Errorf("%s: %w", path, err)
	}
	return stack, nil
}

// Write writes the file.
func (s Stack) Write(path string) error {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

// Gateway returns the URL of an API's stage on the emulator, for requests that bypass the site. endpoint is the URL of the
// emulator, api the id of the API.
func Gateway(endpoint, api string) string { return endpoint + "/_aws/execute-api/" + api + "/live" }

// AWSConfig returns a configuration for SDK clients of the emulator, with administrator rights.
func (s Stack) AWSConfig() aws.Config { return EmulatorConfig(s.AWS) }

// EmulatorConfig returns a configuration for SDK clients of the emulator at an endpoint, with administrator rights.
func EmulatorConfig(endpoint string) aws.Config {
	return aws.Config{Region: "us-east-1", BaseEndpoint: &endpoint, Credentials: credentials.NewStaticCredentialsProvider("test", "test", "")}
}
