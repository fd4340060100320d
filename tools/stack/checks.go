package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"regexp"
	"strconv"
	"time"
)

// tool is a required program, with its minimum version and a hint where to download it.
type tool struct {
	command      []string
	major, minor int
	hint         string
}

var tools = []tool{
	{[]string{"go", "version"}, 1, 26, "https://go.dev/dl"},
	{[]string{"python3", "--version"}, 3, 10, "https://www.python.org/downloads"},
	{[]string{"node", "--version"}, 20, 19, "https://nodejs.org"},
	{[]string{"npm", "--version"}, 9, 0, "it comes with Node"},
}

// checkTools returns an error with one line per tool that is missing, is too old or prints no version (P9).
func checkTools(ctx context.Context) error {
	var errs []error
	for _, tool := range tools {
		if err := tool.check(ctx); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

var versionNumber = regexp.MustCompile(`(\d+)\.(\d+)`)

func (t tool) check(ctx context.Context) error {
	needed := fmt.Sprintf("%s %d.%d or later is needed (%s)", t.command[0], t.major, t.minor, t.hint)
	output, err := exec.CommandContext(ctx, t.command[0], t.command[1:]...).Output()
	if err != nil {
		return fmt.Errorf("%s: none found that works: %w", needed, err)
	}
	found := versionNumber.FindStringSubmatch(string(output))
	if found == nil {
		return fmt.Errorf("%s: cannot read the version of %q", needed, output)
	}
	major, _ := strconv.Atoi(found[1])
	minor, _ := strconv.Atoi(found[2])
	if major < t.major || major == t.major && minor < t.minor {
		return fmt.Errorf("%s: this is %s", needed, found[0])
	}
	return nil
}

// checkPorts returns an error with one line per busy port. It skips the ports of processes that are already running (P9).
func checkPorts(set settings) error {
	var busy []error
	if !set.engine().process().running() {
		busy = append(busy, checkPort(set.awsPort, "MESA_AWS_PORT"))
	}
	if !set.frontProcess().running() {
		busy = append(busy, checkPort(set.sitePort, "MESA_PORT"), checkPort(set.mailboxPort, "MESA_MAILBOX_PORT"))
	}
	return errors.Join(busy...)
}

// checkPort returns an error if a port is busy. The error contains the name of the setting.
func checkPort(number int, setting string) error {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", number))
	if err != nil {
		return fmt.Errorf("port %d is busy: stop the program that uses it, or choose another with %s", number, setting)
	}
	return listener.Close()
}

// wait repeats try until it succeeds, the process has ended, or the time limit has passed.
func wait(ctx context.Context, limit time.Duration, alive func() bool, try func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	for {
		err := try(ctx)
		if err == nil {
			return nil
		}
		if !alive() {
			return fmt.Errorf("it ended: %w", err)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("not ready after %s: %w", limit, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}
