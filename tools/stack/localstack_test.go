package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mesa/tools/engines"
)

// localStack returns the engine LocalStack in the given mode, with settings from the environment like those of a command.
func localStack(t *testing.T, mode string) localstack {
	t.Helper()
	t.Setenv(engines.Variable, "localstack")
	t.Setenv(modeVariable, mode)
	t.Setenv("MESA_DATA", t.TempDir())
	set, err := readSettings()
	if err != nil {
		t.Fatal(err)
	}
	selected, ok := set.engine().(localstack)
	if !ok {
		t.Fatalf("ENGINE=localstack selects %T", set.engine())
	}
	return selected
}

// TestComposeVariablesAreSet checks that the command that runs LocalStack's image sets each variable of compose.yaml.
func TestComposeVariablesAreSet(t *testing.T) {
	l := localStack(t, "image")
	command, err := l.command()
	if err != nil {
		t.Fatal(err)
	}
	compose, err := os.ReadFile(l.source("compose.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	variables := regexp.MustCompile(`\$\{(\w+)\}`).FindAllStringSubmatch(string(compose), -1)
	if len(variables) == 0 {
		t.Error("compose.yaml has no variables")
	}
	for _, found := range variables {
		if !slices.ContainsFunc(command.Env, func(v string) bool { return strings.HasPrefix(v, found[1]+"=") }) {
			t.Errorf("the command does not set %s", found[1])
		}
	}
}

// TestHostModeUsesTheFilesOfTheImage checks that host mode uses the settings of localstack.env and the start scripts of the image.
func TestHostModeUsesTheFilesOfTheImage(t *testing.T) {
	l := localStack(t, "host")
	if l.fromImage() {
		t.Error("LOCALSTACK_MODE=host selects the image")
	}
	command, err := l.hostCommand("172.17.0.1")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(command.Env, "PROVIDER_OVERRIDE_DYNAMODB=v2") {
		t.Errorf("the environment lacks the settings of localstack.env: %v", command.Env)
	}
	if !slices.Contains(command.Env, fmt.Sprintf("GATEWAY_LISTEN=127.0.0.1:%d,172.17.0.1:%[1]d", l.awsPort)) {
		t.Errorf("it must listen on the loopback address and on Docker's bridge only: %v", command.Env)
	}
	if _, err := os.Stat(l.state() + "/etc/localstack/init/start.d/ses.py"); err != nil {
		t.Error(err)
	}
	if parameters := l.selected.Parameters; !slices.Contains(parameters, "Distribution=none") {
		t.Errorf("the template's parameters are %v", parameters)
	}
}

// TestUnknownEngineIsRefused checks that the message lists the engines.
func TestUnknownEngineIsRefused(t *testing.T) {
	t.Setenv(engines.Variable, "moto")
	if _, err := readSettings(); err == nil || !strings.Contains(err.Error(), "ministack, localstack") {
		t.Errorf("ENGINE=moto: %v", err)
	}
}
