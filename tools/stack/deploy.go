package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"mesa/tools/demo"
)

// deploy runs `sam deploy` if the templates, their parameters or samconfig.toml have changed, or if the stack is not completely
// deployed. Then it replaces the code of functions that run outdated code.
func (s settings) deploy(ctx context.Context) (outputs, error) {
	folder := s.localBuild().folder
	template, err := digest(filepath.Join(folder, "template.yaml"), filepath.Join(folder, "infra"), filepath.Join(folder, "samconfig.toml"))
	if err != nil {
		return nil, err
	}
	parameters, err := s.parameters()
	if err != nil {
		return nil, err
	}
	template += strings.Join(parameters, " ")
	deployed, err := s.stackOutputs(ctx, stackName)
	if err != nil {
		return nil, err
	}
	if previous := s.readParameter(ctx, "template"); deployed == nil || previous != template {
		if deployed, err = s.samDeploy(ctx, parameters); err != nil {
			return nil, deployError(err, previous != "")
		}
		if err := s.storeParameter(ctx, "template", template); err != nil {
			return nil, err
		}
	}
	return deployed, s.replaceCode(ctx)
}

// deployError adds to the error of a deployment what to do if it was an update: engines cannot apply every update that AWS can.
func deployError(err error, isUpdate bool) error {
	if !isUpdate {
		return err
	}
	return fmt.Errorf("%w\nThe engine cannot apply every update. If the log shows no fault of the templates, run `make reset`, which deletes the data, and start again", err)
}

// samDeploy deploys the built templates with their parameters and returns the outputs of the stack.
func (s settings) samDeploy(ctx context.Context, parameters []string) (outputs, error) {
	command := exec.Command(filepath.Join(s.local(), "venv", "bin", "sam"), append([]string{
		"deploy", "--template-file", filepath.Join(s.localBuild().folder, "template.yaml"),
		"--config-env", "local", "--no-progressbar", "--parameter-overrides",
	}, parameters...)...)
	command.Dir, command.Env = s.root, s.awsEnvironment()
	if err := s.runLogged(ctx, "deploy", command); err != nil {
		return nil, err
	}
	deployed, err := s.stackOutputs(ctx, stackName)
	if err == nil && deployed == nil {
		err = fmt.Errorf("the stack is not complete: see %s", filepath.Join(s.data, "log", "deploy.log"))
	}
	return deployed, err
}

// parameters returns the template's parameters that depend on the engine, the stack's ports and this machine, and those in
// MESA_PARAMETERS.
func (s settings) parameters() ([]string, error) {
	architecture := "x86_64"
	if runtime.GOARCH == "arm64" {
		architecture = "arm64"
	}
	parameters := append([]string{
		"Environment=local", "Architecture=" + architecture, "SiteUrl=" + s.site(), fmt.Sprintf("EmulatorPort=%d", s.awsPort),
		"MailFrom=" + demo.MailFrom, "AlarmEmail=" + demo.MailFrom, "SettingsCache=1s",
	}, s.selected.Parameters...)
	endpoint, err := s.engine().endpoint()
	if endpoint != s.aws() {
		parameters = append(parameters, "AwsEndpoint="+endpoint)
	}
	return append(parameters, strings.Fields(os.Getenv("MESA_PARAMETERS"))...), err
}

// deployChanged builds and deploys changes to a running stack.
func deployChanged(ctx context.Context, set settings) error {
	if !set.engine().process().running() {
		return errors.New("the stack is not running: run `make up` first")
	}
	return inOrder(
		step("functions", set.buildFunctions),
		step("deploy", func(ctx context.Context) error { _, err := set.deploy(ctx); return err }),
	)(ctx)
}
