package main

import (
	"context"
	_ "embed"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

//go:embed emulator.py
var launcher []byte

// startEmulator starts the AWS emulator unless it is running. Like AWS, the emulator authorizes every call by the caller's
// policies.
func (s settings) startEmulator(ctx context.Context) error {
	emulator := s.emulatorProcess()
	if !emulator.running() {
		script := filepath.Join(s.data, emulator.commandPart)
		if err := os.WriteFile(script, launcher, 0o644); err != nil {
			return err
		}
		command := exec.Command(filepath.Join(s.local(), "emulator", "bin", "python"), script)
		command.Dir = s.data
		command.Env = append(s.awsEnvironment(),
			fmt.Sprintf("GATEWAY_PORT=%d", s.awsPort), "MINISTACK_HOST=localhost", "AUTH=true", "STACK_NAME="+stackName,
			"PERSIST_STATE=1", "STATE_DIR="+filepath.Join(s.state(), "services"),
			"S3_PERSIST=1", "S3_DATA_DIR="+filepath.Join(s.state(), "s3"),
		)
		if err := emulator.start(command); err != nil {
			return err
		}
	}
	err := wait(ctx, time.Minute, emulator.running, func(ctx context.Context) error { return responds(ctx, s.aws()+"/_ministack/health") })
	if err != nil {
		return emulator.withLog(err)
	}
	return nil
}

// responds returns nil if an address responds with 200.
func responds(ctx context.Context, address string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s responds with %s", address, response.Status)
	}
	return nil
}
