package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"mesa/shared/wiring"
)

// samLocal is a folder from which the SAM CLI runs the functions in containers: the template without changes, the binaries in
// the folders that the template refers to, and a file with the environment variables of the functions.
type samLocal struct {
	settings
	folder string
	// endpoint is the URL of the engine for containers.
	endpoint string
	// templateParameters holds the parameters of the deployed stack.
	templateParameters []string
	// variables holds the environment variables of each function, by its logical ID.
	variables map[string]map[string]string
}

// prepareSAMLocal starts Docker, builds the functions and writes the folder with a name in the data folder. The stack must be
// running, because the functions use its table, queue and bucket.
func (s settings) prepareSAMLocal(ctx context.Context, folder string) (samLocal, error) {
	local := samLocal{settings: s, folder: filepath.Join(s.data, folder)}
	err := inOrder(
		concurrently(
			inOrder(step("Docker", s.startDocker), step("environment", local.readStack)), // the endpoint is that of Docker's bridge
			step("SAM", s.installSAM),
			step("functions", s.buildFunctions),
		),
		func(context.Context) error { return local.write() },
	)(ctx)
	return local, err
}

// readStack reads the data of the running stack that the containers need.
func (l *samLocal) readStack(ctx context.Context) (err error) {
	if l.endpoint, err = l.containerEndpoint(); err != nil {
		return err
	}
	if l.templateParameters, err = l.parameters(); err != nil {
		return err
	}
	l.variables, err = l.containerVariables(ctx, l.endpoint)
	return err
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

// containerVariables returns the environment variables of each function in a container, by its logical ID, with the engine's
// endpoint. The SAM CLI does not resolve values that come from nested stacks, so the values are those of the deployed function.
func (s settings) containerVariables(ctx context.Context, endpoint string) (map[string]map[string]string, error) {
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
		variables["AWS_ENDPOINT_URL"] = endpoint
		all[function.LogicalID()] = variables
	}
	return all, nil
}

// containerEndpoint returns the URL of the engine for containers. The functions sign it for uploads, so a browser on this
// machine uses it too.
func (s settings) containerEndpoint() (string, error) {
	host, err := hostOfContainers()
	return "http://" + net.JoinHostPort(host, strconv.Itoa(s.awsPort)), err
}

// hostOfContainers returns the host by which containers connect to this machine: on Linux the address of Docker's bridge,
// elsewhere the name that Docker Desktop gives it. It returns an error if the bridge does not exist because Docker is not
// running.
func hostOfContainers() (string, error) {
	if runtime.GOOS != "linux" {
		return "host.docker.internal", nil
	}
	bridge, err := net.InterfaceByName("docker0")
	if err != nil {
		return "", fmt.Errorf("docker0, the bridge of Docker: %w", err)
	}
	addresses, err := bridge.Addrs()
	if err != nil {
		return "", err
	}
	if len(addresses) == 0 {
		return "", errors.New("docker0, the bridge of Docker, has no address")
	}
	address, _, err := net.ParseCIDR(addresses[0].String())
	return address.String(), err
}

// serveContainers lets containers connect to an engine that listens only on the loopback address: it listens on Docker's bridge
// until the context ends, and passes all requests to the engine unchanged. Docker Desktop needs no such server.
func (l samLocal) serveContainers(ctx context.Context) error {
	if endpoint, err := l.engine().endpoint(); err != nil || endpoint == l.endpoint || runtime.GOOS != "linux" {
		return err
	}
	engine, err := url.Parse(l.aws())
	if err != nil {
		return err
	}
	err = serve(ctx, strings.TrimPrefix(l.endpoint, "http://"), &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(engine)
		r.Out.Host = r.In.Host // the host is signed
	}})
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil // another command of this stack listens there
	}
	return err
}

// stopLimit is the time in which the SAM CLI removes its containers when it is interrupted.
const stopLimit = time.Minute

// command returns a command of `sam local`. When the context ends, the command is interrupted and removes its containers.
func (l samLocal) command(ctx context.Context, arguments ...string) *exec.Cmd {
	arguments = append([]string{"local"}, arguments...)
	arguments = append(arguments, "--template-file", l.template(), "--env-vars", l.variablesFile(), "--skip-pull-image", "--parameter-overrides")
	command := exec.CommandContext(ctx, filepath.Join(l.local(), "venv", "bin", "sam"), append(arguments, l.templateParameters...)...)
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
