package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mesa/tools/checkout"
	"mesa/tools/engines"
)

// stackName is the name of the CloudFormation stack.
const stackName = "mesa"

// settings holds the stack's engine, its ports, its data folder, the root of the checkout, and whether the demo is loaded.
type settings struct {
	root        string
	data        string
	sitePort    int
	mailboxPort int
	awsPort     int
	samPort     int
	selected    engines.Engine
	// withoutDemo reports whether a new table stays empty, as after the first deployment on AWS.
	withoutDemo bool
}

// readSettings reads the settings from the environment: ENGINE, DEMO, MESA_DATA and the ports.
func readSettings() (settings, error) {
	root, err := checkout.Root()
	if err != nil {
		return settings{}, err
	}
	selected, err := engines.Selected()
	if err != nil {
		return settings{}, err
	}
	set := settings{root: root, data: os.Getenv("MESA_DATA"), selected: selected}
	if set.data == "" {
		set.data = set.local()
	}
	switch demo := os.Getenv("DEMO"); demo {
	case "":
	case noDemo:
		set.withoutDemo = true
	default:
		return settings{}, fmt.Errorf("DEMO is %q: leave it out to load the demo data, or set it to %s", demo, noDemo)
	}
	if set.data, err = filepath.Abs(set.data); err != nil {
		return settings{}, err
	}
	for name, port := range set.ports() {
		if *port.value, err = portSetting(name, port.defaultPort); err != nil {
			return settings{}, err
		}
	}
	return set, nil
}

// port is a port setting and its default.
type port struct {
	value       *int
	defaultPort int
}

// ports returns the port settings by environment variable.
func (s *settings) ports() map[string]port {
	return map[string]port{
		"MESA_PORT":         {&s.sitePort, 8080},
		"MESA_MAILBOX_PORT": {&s.mailboxPort, 8025},
		"MESA_AWS_PORT":     {&s.awsPort, 4566},
		"MESA_SAM_PORT":     {&s.samPort, 3000},
	}
}

func portSetting(name string, defaultPort int) (int, error) {
	text := os.Getenv(name)
	if text == "" {
		return defaultPort, nil
	}
	number, err := strconv.Atoi(text)
	if err != nil || number < 1 || number > 65535 {
		return 0, fmt.Errorf("%s is %q: it must be a port, such as %d", name, text, defaultPort)
	}
	return number, nil
}

// local returns the folder of installed tools and builds. All stacks of the checkout share it.
func (s settings) local() string { return filepath.Join(s.root, ".local") }

// state returns the folder of the emulator's state.
func (s settings) state() string { return filepath.Join(s.data, "state") }

func (s settings) site() string    { return fmt.Sprintf("http://localhost:%d", s.sitePort) }
func (s settings) mailbox() string { return fmt.Sprintf("http://localhost:%d", s.mailboxPort) }
func (s settings) aws() string     { return fmt.Sprintf("http://localhost:%d", s.awsPort) }

// awsEnvironment returns an environment in which the SDKs and the SAM CLI use the emulator. It excludes this machine's AWS
// configuration. It also excludes DOCKER_HOST, as tools/docker.sh does.
func (s settings) awsEnvironment() []string {
	environment := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "AWS_") || strings.HasPrefix(v, "DOCKER_HOST=") })
	return append(environment,
		"AWS_ENDPOINT_URL="+s.aws(), "AWS_REGION=us-east-1", "AWS_DEFAULT_REGION=us-east-1",
		"AWS_ACCESS_KEY_ID=test", "AWS_SECRET_ACCESS_KEY=test", "AWS_CONFIG_FILE="+os.DevNull, "AWS_SHARED_CREDENTIALS_FILE="+os.DevNull,
		"SAM_CLI_TELEMETRY=0",
	)
}
