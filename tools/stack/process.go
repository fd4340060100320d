package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// process is a background process that outlives the command that starts it.
type process struct {
	name string
	// pidFile is the path of the file with the pid, log the path of the file with the output.
	pidFile, log string
	// commandPart is a part of the command line. It shows whether the pid still belongs to this process.
	commandPart string
}

func (s settings) process(name, commandPart string) process {
	return process{name: name, pidFile: filepath.Join(s.data, name+".pid"), log: filepath.Join(s.data, "log", name+".log"), commandPart: commandPart}
}

func (s settings) frontProcess() process { return s.process("front", "front") }

// start runs a command detached, in its own session and process group.
func (p process) start(command *exec.Cmd) error {
	log, err := os.OpenFile(p.log, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	command.Stdout, command.Stderr = log, log
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := command.Start(); err != nil {
		return err
	}
	if err := os.WriteFile(p.pidFile, []byte(strconv.Itoa(command.Process.Pid)), 0o644); err != nil {
		return errors.Join(err, command.Process.Kill())
	}
	// Wait for the process if it ends before this command, so that running does not count a zombie.
	go func() { _ = command.Wait() }()
	return nil
}

// pid returns the pid, or 0 if the process is not running.
func (p process) pid() int {
	text, err := os.ReadFile(p.pidFile)
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || pid <= 1 {
		return 0
	}
	listed, err := exec.Command("ps", "-o", "stat=,command=", "-p", strconv.Itoa(pid)).Output()
	if err != nil || strings.HasPrefix(string(listed), "Z") || !strings.Contains(string(listed), p.commandPart) {
		return 0
	}
	return pid
}

func (p process) running() bool { return p.pid() != 0 }

// withLog adds the end of the log to an error.
func (p process) withLog(err error) error {
	text, _ := os.ReadFile(p.log)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return fmt.Errorf("%w\n%s (%s)", err, strings.Join(lines[max(0, len(lines)-8):], "\n"), p.log)
}

// stopTimeout is the maximum time for a process to end by itself. The emulator saves its state during this time.
const stopTimeout = 30 * time.Second

// stopProcess ends a process and its process group.
func stopProcess(p process) error {
	pid := p.pid()
	if pid == 0 {
		return removeIfExists(p.pidFile)
	}
	if err := syscall.Kill(pid, syscall.SIGTERM); err != nil {
		return err
	}
	for end := time.Now().Add(stopTimeout); p.running(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			fmt.Fprintf(os.Stderr, "%s (pid %d) did not end within %s and was killed; unsaved state is lost\n", p.name, pid, stopTimeout)
			break
		}
	}
	// Kill the rest of the process group: the emulator's functions.
	if err := syscall.Kill(-pid, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
		return err
	}
	return removeIfExists(p.pidFile)
}

// removeIfExists removes a file if it exists.
func removeIfExists(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
