package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mesa/tools/checkout"
)

// stackName is the name that the templates are deployed under.
const stackName = "mesa"

// settings are where the stack is: its ports, its data, and the checkout it is built from.
type settings struct {
	root        string
	data        string
	sitePort    int
	mailboxPort int
	awsPort     int
}

func readSettings() (settings, error) {
	root, err := checkout.Root()
	if err != nil {
		return settings{}, err
	}
	set := settings{root: root, data: os.Getenv("MESA_DATA")}
	if set.data == "" {
		set.data = set.local()
	}
	if set.data, err = filepath.Abs(set.data); err != nil {
		return settings{}, err
	}
	for name, port := range set.ports() {
		if *port.value, err = portSetting(name, port.usual); err != nil {
			return settings{}, err
		}
	}
	return set, nil
}

type port struct {
	value *int
	usual int
}

// ports are the settings that are ports, by name.
func (s *settings) ports() map[string]port {
	return map[string]port{
		"MESA_PORT":         {&s.sitePort, 8080},
		"MESA_MAILBOX_PORT": {&s.mailboxPort, 8025},
		"MESA_AWS_PORT":     {&s.awsPort, 4566},
	}
}

func portSetting(name string, usual int) (int, error) {
	text := os.Getenv(name)
	if text == "" {
		return usual, nil
	}
	number, err := strconv.Atoi(text)
	if err != nil || number < 1 || number > 65535 {
		return 0, fmt.Errorf("%s is %q: it should be a port, such as %d", name, text, usual)
	}
	return number, nil
}

// local holds what is installed and built, for every stack of the checkout.
func (s settings) local() string { return filepath.Join(s.root, ".local") }

// state holds what the emulator keeps.
func (s settings) state() string { return filepath.Join(s.data, "state") }

// build holds the template and the functions as they are deployed.
func (s settings) build() string { return filepath.Join(s.local(), "build") }

func (s settings) site() string    { return fmt.Sprintf("http://localhost:%d", s.sitePort) }
func (s settings) mailbox() string { return fmt.Sprintf("http://localhost:%d", s.mailboxPort) }
func (s settings) aws() string     { return fmt.Sprintf("http://localhost:%d", s.awsPort) }

// awsEnvironment sends the SDKs and the SAM CLI to the emulator, whatever this machine's own configuration is.
func (s settings) awsEnvironment() []string {
	environment := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "AWS_") })
	return append(environment,
		"AWS_ENDPOINT_URL="+s.aws(), "AWS_REGION=us-east-1", "AWS_DEFAULT_REGION=us-east-1",
		"AWS_ACCESS_KEY_ID=test", "AWS_SECRET_ACCESS_KEY=test", "AWS_CONFIG_FILE="+os.DevNull, "AWS_SHARED_CREDENTIALS_FILE="+os.DevNull,
		"SAM_CLI_TELEMETRY=0",
	)
}
