package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"mesa/shared/wiring"
)

// samLocal is a folder from which the SAM CLI runs the functions in containers: the template without changes, the binaries in
// the folders that the template refers to, and a file with the environment variables of the functions.
type samLocal struct {
	settings
	folder string
	// variables holds the environment variables of each function, by its logical ID.
	variables map[string]map[string]string
}

// prepareSAMLocal starts Docker, builds the functions and writes the folder with a name in the data folder. The stack must be
// running, because the functions use its table, queue and bucket.
func (s settings) prepareSAMLocal(ctx context.Context, folder string) (samLocal, error) {
	local := samLocal{settings: s, folder: filepath.Join(s.data, folder)}
	err := inOrder(
		concurrently(
			step("Docker", s.startDocker),
			step("SAM", s.installSAM),
			step("functions", s.buildFunctions),
			step("environment", func(ctx context.Context) (err error) { local.variables, err = s.containerVariables(ctx); return err }),
		),
		func(context.Context) error { return local.write() },
	)(ctx)
	return local, err
}

// startDocker starts Docker and creates the image of the functions, unless this machine has both.
func (s settings) startDocker(ctx context.Context) error {
	return s.runLogged(ctx, "docker", exec.Command(filepath.Join(s.root, "tools", "docker.sh")))
}

// write writes the folder.
func (l samLocal) write() error {
	if err := os.RemoveAll(l.folder); err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Join(l.folder, "infra"), os.DirFS(filepath.Join(l.root, "infra"))); err != nil {
		return err
	}
	if err := copyFile(filepath.Join(l.root, "template.yaml"), l.template()); err != nil {
		return err
	}
	for _, artifact := range wiring.Artifacts() {
		bootstrap := filepath.Join(l.folder, "functions", string(artifact), "bootstrap")
		if err := copyFile(l.localBuild().binary(string(artifact)), bootstrap); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(l.variables, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(l.variablesFile(), text, 0o644)
}

func (l samLocal) template() string      { return filepath.Join(l.folder, "template.yaml") }
func (l samLocal) variablesFile() string { return filepath.Join(l.folder, "variables.json") }

// containerVariables returns the environment variables of each function in a container, by its logical ID. The SAM CLI does not
// resolve values that come from nested stacks, so the values are those of the deployed function.
func (s settings) containerVariables(ctx context.Context) (map[string]map[string]string, error) {
	deployed, err := s.deployedFunctions(ctx)
	if err != nil {
		return nil, fmt.Errorf("no stack responds at %s; run `make up` first: %w", s.aws(), err)
	}
	all := map[string]map[string]string{}
	for _, function := range wiring.Functions() {
		found, ok := deployed[stackName+"-"+function.Name]
		if !ok {
			return nil, fmt.Errorf("the stack at %s has no function %s: run `make up` first", s.aws(), function.Name)
		}
		variables := maps.Clone(found.variables)
		variables["AWS_ENDPOINT_URL"] = s.containerEndpoint()
		all[function.LogicalID()] = variables
	}
	return all, nil
}

// containerEndpoint returns the URL of the engine for containers. The functions sign it for uploads, so a browser on this machine
// uses it too.
func (s settings) containerEndpoint() string {
	return "http://" + net.JoinHostPort(hostOfContainers(), strconv.Itoa(s.awsPort))
}

// hostOfContainers returns the host by which containers connect to this machine: the address of Docker's bridge, or the name that
// Docker Desktop gives it.
func hostOfContainers() string {
	const desktop = "host.docker.internal"
	bridge, err := net.InterfaceByName("docker0")
	if err != nil {
		return desktop
	}
	addresses, err := bridge.Addrs()
	if err != nil || len(addresses) == 0 {
		return desktop
	}
	address, _, err := net.ParseCIDR(addresses[0].String())
	if err != nil {
		return desktop
	}
	return address.String()
}

// stopLimit is the time in which the SAM CLI removes its containers when it is interrupted.
const stopLimit = time.Minute

// command returns a command of `sam local`. When the context ends, the command is interrupted and removes its containers.
func (l samLocal) command(ctx context.Context, arguments ...string) *exec.Cmd {
	arguments = append([]string{"local"}, arguments...)
	arguments = append(arguments, "--template-file", l.template(), "--env-vars", l.variablesFile(), "--skip-pull-image", "--parameter-overrides")
	command := exec.CommandContext(ctx, filepath.Join(l.local(), "venv", "bin", "sam"), append(arguments, l.parameters()...)...)
	command.Dir, command.Env = l.folder, l.awsEnvironment()
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C would interrupt it twice
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = stopLimit
	return command
}

// copyFile copies a file with its permissions into a folder, which it creates.
func copyFile(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, info.Mode())
}
