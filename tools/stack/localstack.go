package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"mesa/tools/mailbox"
)

// localstack is LocalStack's free edition. It runs from its image by Docker Compose, or in host mode from its Python packages. In
// both modes, Docker runs the functions.
type localstack struct{ settings }

// modeVariable is the environment variable that selects the mode of a start: image or host. The default is image if Docker Compose is
// installed, otherwise host.
const modeVariable = "LOCALSTACK_MODE"

func (l localstack) fromImage() bool {
	if l.settings.process("localstack", "compose.yaml").running() {
		return true
	}
	if l.settings.process("localstack", "host.py").running() {
		return false
	}
	if mode := os.Getenv(modeVariable); mode != "" {
		return mode == "image"
	}
	return exec.Command("docker", "compose", "version").Run() == nil
}

// source returns the path of a file in tools/localstack.
func (l localstack) source(name string) string {
	return filepath.Join(l.root, "tools", "localstack", name)
}

// folder returns the folder with the packages of host mode.
func (l localstack) folder() string { return filepath.Join(l.local(), "localstack") }

// process returns the process of either mode: both command lines contain the path of a file in tools/localstack.
func (l localstack) process() process { return l.settings.process("localstack", l.source("")) }

// imageAddress returns the address of LocalStack from its image. LocalStack resolves this host name in containers, and public name
// servers resolve it as 127.0.0.1.
func (l localstack) imageAddress() string {
	return fmt.Sprintf("localhost.localstack.cloud:%d", l.awsPort)
}

// endpoint returns the URL by which containers and this machine connect to LocalStack.
func (l localstack) endpoint() (string, error) {
	if l.fromImage() {
		return "http://" + l.imageAddress(), nil
	}
	return l.containerEndpoint()
}

func (l localstack) start(ctx context.Context) error {
	p := l.process()
	if !p.running() {
		if err := inOrder(l.startDocker, l.removeContainers)(ctx); err != nil {
			return err
		}
		command, err := l.command()
		if err != nil {
			return err
		}
		if err := p.start(command); err != nil {
			return err
		}
	}
	// The first start from the image downloads it.
	err := wait(ctx, 10*time.Minute, p.running, func(ctx context.Context) error { return responds(ctx, l.aws()+"/_localstack/health") })
	if err != nil {
		return p.withLog(err)
	}
	return nil
}

func (l localstack) stop(ctx context.Context) error {
	return errors.Join(stopProcess(l.process()), l.removeContainers(ctx))
}

// command returns the command that runs LocalStack. Docker must be running.
func (l localstack) command() (*exec.Cmd, error) {
	if l.fromImage() {
		return l.imageCommand(), nil
	}
	host, err := hostOfContainers()
	if err != nil {
		return nil, err
	}
	return l.hostCommand(host)
}

// imageCommand returns the command that runs LocalStack from its image.
func (l localstack) imageCommand() *exec.Cmd {
	command := exec.Command("docker", "compose", "--project-name", fmt.Sprintf("mesa-%d", l.awsPort), "--file", l.source("compose.yaml"), "up")
	command.Env = append(l.environment(),
		"LOCALSTACK_HOST="+l.imageAddress(), fmt.Sprintf("MESA_AWS_PORT=%d", l.awsPort),
		fmt.Sprintf("GATEWAY_LISTEN=0.0.0.0:%d", l.awsPort), // in the container; compose.yaml publishes the port at 127.0.0.1
	)
	return command
}

// hostCommand returns the command that runs LocalStack in host mode. The containers of functions connect to it by a host.
func (l localstack) hostCommand(host string) (*exec.Cmd, error) {
	environment := l.environment()
	settings, err := os.ReadFile(l.source("localstack.env"))
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(settings)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			environment = append(environment, line)
		}
	}
	hooks := filepath.Join(l.state(), "etc", "localstack", "init")
	scripts := filepath.Join(hooks, "start.d")
	err = errors.Join(os.MkdirAll(hooks, 0o755), removeIfExists(scripts), os.Symlink(l.source("start.d"), scripts))
	command := exec.Command(filepath.Join(l.folder(), "bin", "python"), l.source("host.py"))
	command.Dir = l.data
	command.Env = append(environment,
		"FILESYSTEM_ROOT="+l.state(), "OVERRIDE_IN_DOCKER=0", "SKIP_SSL_CERT_DOWNLOAD=1", "DNS_ADDRESS=0",
		fmt.Sprintf("LOCALSTACK_HOST=localhost:%d", l.awsPort), "HOSTNAME_FROM_LAMBDA="+host,
		// LocalStack accepts all calls, so other machines must not connect to it.
		fmt.Sprintf("GATEWAY_LISTEN=127.0.0.1:%d,%s", l.awsPort, net.JoinHostPort(host, strconv.Itoa(l.awsPort))),
		"MESA_LAMBDA_INIT="+l.lambdaInit(), "MESA_DYNAMODB_LOCAL="+l.dynamoDBLocal(),
	)
	return command, err
}

// environment returns the variables that both modes need.
func (l localstack) environment() []string {
	return append(l.awsEnvironment(), "LAMBDA_DOCKER_FLAGS=--label "+l.label())
}

// label returns the label of the containers of this stack's functions.
func (l localstack) label() string { return "mesa.stack=" + l.data }

// removeContainers removes the containers of functions that LocalStack left.
func (l localstack) removeContainers(ctx context.Context) error {
	listed, err := exec.CommandContext(ctx, "docker", "ps", "--all", "--quiet", "--filter", "label="+l.label()).Output()
	left := strings.Fields(string(listed))
	if err != nil || len(left) == 0 {
		return nil //nolint:nilerr // without Docker there are no containers
	}
	return exec.CommandContext(ctx, "docker", append([]string{"rm", "--force"}, left...)...).Run()
}

// mails returns the mails that start.d/ses.py stored.
func (l localstack) mails(ctx context.Context) ([]mailbox.Mail, error) {
	var received struct {
		Messages []struct {
			ID, Source, Subject, Timestamp string
			Destination                    struct{ ToAddresses []string }
			Body                           struct {
				Text string `json:"text_part"`
				HTML string `json:"html_part"`
			}
		} `json:"messages"`
	}
	if err := readJSON(ctx, l.aws()+"/_aws/ses", &received); err != nil {
		return nil, err
	}
	mails := []mailbox.Mail{} // an empty list in JSON, not null
	for _, sent := range slices.Backward(received.Messages) {
		at, err := time.Parse("2006-01-02T15:04:05", sent.Timestamp)
		if err != nil {
			return nil, err
		}
		mails = append(mails, mailbox.Mail{
			ID: sent.ID, From: sent.Source, To: sent.Destination.ToAddresses, Subject: sent.Subject,
			Text: sent.Body.Text, HTML: sent.Body.HTML, SentAt: at,
		})
	}
	return mails, nil
}

// lambdaInit returns the folder whose content LocalStack copies into the containers of functions in host mode.
func (l localstack) lambdaInit() string { return filepath.Join(l.local(), "lambdainit") }

// dynamoDBLocal returns the path of the script that downloads and runs DynamoDB Local.
func (l localstack) dynamoDBLocal() string {
	return filepath.Join(l.root, "tools", "dynamodb-local.sh")
}

// install installs what host mode needs. The image contains everything.
func (l localstack) install(ctx context.Context) error {
	if l.fromImage() {
		return nil
	}
	return concurrently(l.installPackages, l.installDynamoDBLocal, func(ctx context.Context) error {
		initialize := exec.Command("go", "build", "-ldflags=-s", "-o", filepath.Join(l.lambdaInit(), "var", "rapid", "init"), "./tools/localstack/lambdainit")
		initialize.Dir = l.root
		initialize.Env = append(os.Environ(), "GOOS=linux", "CGO_ENABLED=0")
		return l.runLogged(ctx, "go-build-lambdainit", initialize)
	})(ctx)
}

// installPackages installs LocalStack's packages. They require Python 3.13.
func (l localstack) installPackages(ctx context.Context) error {
	python, err := python313(ctx)
	if err != nil {
		return err
	}
	return l.pythonPackages(ctx, python, "localstack", filepath.Join("tools", "localstack", "requirements.txt"))
}

// python313 returns the path of Python 3.13: of the command, or of an installation by pyenv.
func python313(ctx context.Context) (string, error) {
	home, _ := os.UserHomeDir() // without a home there is no pyenv
	installed, _ := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("PYENV_ROOT"), filepath.Join(home, ".pyenv")), "versions", "3.13.*", "bin", "python3.13"))
	for _, python := range append([]string{"python3.13"}, installed...) {
		if exec.CommandContext(ctx, python, "-m", "venv", "--help").Run() == nil {
			return python, nil
		}
	}
	return "", errors.New("LocalStack in host mode requires Python 3.13 (https://www.python.org/downloads)")
}

func (l localstack) installDynamoDBLocal(ctx context.Context) error {
	return l.runLogged(ctx, "dynamodb-local", exec.Command(l.dynamoDBLocal()))
}
