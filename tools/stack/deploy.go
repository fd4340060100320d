package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"mesa/tools/demo"
)

// deploy has `sam deploy` deploy the templates when they have changed, and else only replaces the code that has.
func deploy(ctx context.Context, set settings) (outputs, error) {
	template, err := digest(filepath.Join(set.build(), "template.yaml"), filepath.Join(set.build(), "infra"), filepath.Join(set.root, "samconfig.toml"))
	if err != nil {
		return nil, err
	}
	template += strings.Join(set.parameters(), " ")
	code, err := set.code()
	if err != nil {
		return nil, err
	}
	deployed, err := set.stackOutputs(ctx)
	if err != nil {
		return nil, err
	}
	if deployed != nil && set.recall(ctx, "template") == template {
		return deployed, set.replaceCode(ctx, code)
	}
	if err := set.sam(ctx, "deploy", append([]string{
		"--template-file", filepath.Join(set.build(), "template.yaml"), "--config-file", filepath.Join(set.root, "samconfig.toml"),
		"--config-env", "local", "--parameter-overrides",
	}, set.parameters()...)); err != nil {
		return nil, err
	}
	if deployed, err = set.stackOutputs(ctx); err != nil {
		return nil, err
	}
	if deployed == nil {
		return nil, fmt.Errorf("the stack is not complete: see %s", filepath.Join(set.data, "log", "deploy.log"))
	}
	return deployed, errors.Join(set.remember(ctx, "template", template), set.rememberCode(ctx, code))
}

// parameters are what the stack's own ports and this machine make of the templates.
func (s settings) parameters() []string {
	architecture := "x86_64"
	if runtime.GOARCH == "arm64" {
		architecture = "arm64"
	}
	return []string{
		"Environment=local", "Architecture=" + architecture, "SiteUrl=" + s.site(), fmt.Sprintf("EmulatorPort=%d", s.awsPort),
		"MailFrom=" + demo.MailFrom, "MailDomain=" + demo.MailDomain,
	}
}

func (s settings) sam(ctx context.Context, action string, arguments []string) error {
	command := exec.Command(filepath.Join(s.local(), "venv", "bin", "sam"), append([]string{action}, arguments...)...)
	command.Dir, command.Env = s.root, s.awsEnvironment()
	return s.logged(ctx, action, command)
}

// code is each function's code, summed up.
func (s settings) code() (map[string]string, error) {
	names, err := s.functionNames()
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	for _, name := range names {
		if sums[name], err = digest(filepath.Join(s.build(), name)); err != nil {
			return nil, err
		}
		sums[name] = sums[name][:16]
	}
	return sums, nil
}

func (s settings) rememberCode(ctx context.Context, code map[string]string) error {
	told, err := json.Marshal(code)
	if err != nil {
		return err
	}
	return s.remember(ctx, "code", string(told))
}

// replaceCode replaces the code of the functions whose code isn't what was deployed.
func (s settings) replaceCode(ctx context.Context, code map[string]string) error {
	before := map[string]string{}
	if told := s.recall(ctx, "code"); told != "" {
		if err := json.Unmarshal([]byte(told), &before); err != nil {
			return err
		}
	}
	replaced := false
	for name, sum := range code {
		if before[name] == sum {
			continue
		}
		if err := s.replace(ctx, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Println("             →", name)
		replaced = true
	}
	if !replaced {
		return nil
	}
	return s.rememberCode(ctx, code)
}

func (s settings) replace(ctx context.Context, name string) error {
	bootstrap, err := os.ReadFile(filepath.Join(s.build(), name, "bootstrap"))
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	header := &zip.FileHeader{Name: "bootstrap", Method: zip.Deflate}
	header.SetMode(0o755)
	entry, err := archive.CreateHeader(header)
	if err != nil {
		return err
	}
	if _, err := entry.Write(bootstrap); err != nil {
		return err
	}
	if err := archive.Close(); err != nil {
		return err
	}
	body, err := json.Marshal(map[string][]byte{"ZipFile": packed.Bytes()})
	if err != nil {
		return err
	}
	path := "/2015-03-31/functions/" + stackName + "-" + name + "/code"
	_, err = s.call(ctx, "lambda", http.MethodPut, path, body, http.Header{"Content-Type": {"application/json"}})
	return err
}

// deployChanged builds and deploys what has changed of a running stack, for the loop of editing and trying.
func deployChanged(ctx context.Context, set settings) error {
	if !set.emulatorProcess().running() {
		return errors.New("the stack is not up: `make up` first")
	}
	if err := step("functions", func() error { return buildFunctions(ctx, set) }); err != nil {
		return err
	}
	return step("deploy", func() error { _, err := deploy(ctx, set); return err })
}
