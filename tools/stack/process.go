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

// process is one that outlives the command that starts it, known by its pid.
type process struct {
	name string
	// pidFile has its pid, log what it prints.
	pidFile, log string
	// mark is in its command line: a pid that another has by now is left alone.
	mark string
}

func (s settings) process(name, mark string) process {
	return process{name: name, pidFile: filepath.Join(s.data, name+".pid"), log: filepath.Join(s.data, "log", name+".log"), mark: mark}
}

func (s settings) emulatorProcess() process { return s.process("emulator", "emulator.py") }
func (s settings) frontProcess() process    { return s.process("front", "front") }

// start runs a command detached, in a process group of its own.
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
	// Reaped when it ends before this does, so that running tells the truth.
	go func() { _ = command.Wait() }()
	return nil
}

// pid is its pid, or 0 when it is not running.
func (p process) pid() int {
	text, err := os.ReadFile(p.pidFile)
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || pid <= 1 {
		return 0
	}
	told, err := exec.Command("ps", "-o", "stat=,command=", "-p", strconv.Itoa(pid)).Output()
	if err != nil || strings.HasPrefix(string(told), "Z") || !strings.Contains(string(told), p.mark) {
		return 0
	}
	return pid
}

func (p process) running() bool { return p.pid() != 0 }

// fail adds the log's end to an error.
func (p process) fail(err error) error {
	text, _ := os.ReadFile(p.log)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return fmt.Errorf("%w\n%s (%s)", err, strings.Join(lines[max(0, len(lines)-8):], "\n"), p.log)
}

// patience is how long a process may take to end by itself: the emulator writes down its state.
const patience = 30 * time.Second

// stopProcess ends one and all that it started.
func stopProcess(p process) error {
	pid := p.pid()
	if pid == 0 {
		return removeIfThere(p.pidFile)
	}
	if err := syscall.Kill(pid, syscall.SIGTERM); err != nil {
		return err
	}
	for end := time.Now().Add(patience); p.running(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			fmt.Fprintf(os.Stderr, "%s (pid %d) did not end in %s: killed, what it had not saved is lost\n", p.name, pid, patience)
			break
		}
	}
	// What is left of its group: the emulator's functions.
	if err := syscall.Kill(-pid, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
		return err
	}
	return removeIfThere(p.pidFile)
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
