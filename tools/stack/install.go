package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
)

// installTools installs everything that is needed to build, lint and test.
func installTools(ctx context.Context, set settings) error {
	return concurrently(
		set.installSAM,
		set.engine().install,
		set.installWeb,
		func(ctx context.Context) error {
			return set.python(ctx, "schemathesis", filepath.Join("test", "fuzz", "requirements.txt"))
		},
		func(ctx context.Context) error {
			return set.packages(ctx, "browser-packages", filepath.Join("test", "browser"))
		},
	)(ctx)
}

func (s settings) installSAM(ctx context.Context) error {
	return s.python(ctx, "venv", "requirements.txt")
}

func (s settings) installWeb(ctx context.Context) error { return s.packages(ctx, "packages", "web") }

// python creates a virtual environment for a list of pinned packages, if the list has changed. It does not compile the packages
// to bytecode, because that takes longer than the download. Python compiles the modules that are used.
func (s settings) python(ctx context.Context, name, requirements string) error {
	return s.pythonPackages(ctx, "python3", name, requirements)
}

// pythonPackages creates the environment with the given interpreter.
func (s settings) pythonPackages(ctx context.Context, interpreter, name, requirements string) error {
	folder, list := filepath.Join(s.local(), name), filepath.Join(s.root, requirements)
	return s.unlessStamped(name, []string{list}, filepath.Join(folder, "bin", "pip"), func() error {
		if err := s.runLogged(ctx, name, exec.Command(interpreter, "-m", "venv", folder)); err != nil {
			return err
		}
		pip := filepath.Join(folder, "bin", "pip")
		return s.runLogged(ctx, name, exec.Command(pip, "install", "--quiet", "--disable-pip-version-check", "--prefer-binary", "--no-compile", "-r", list))
	})
}

// packages installs the pinned npm packages of a folder, if the list has changed.
func (s settings) packages(ctx context.Context, name, folder string) error {
	folder = filepath.Join(s.root, folder)
	lock := filepath.Join(folder, "package-lock.json")
	return s.unlessStamped(name, []string{lock}, filepath.Join(folder, "node_modules"), func() error {
		ci := exec.Command("npm", "ci", "--no-fund", "--no-audit", "--prefer-offline")
		ci.Dir = folder
		return s.runLogged(ctx, name, ci)
	})
}

// webCommand returns a command that runs in the folder web.
func (s settings) webCommand(name string, args ...string) *exec.Cmd {
	command := exec.Command(name, args...)
	command.Dir = filepath.Join(s.root, "web")
	return command
}

// runLogged runs a command and writes its output to a log file. If the command fails, the error contains the end of the log.
func (s settings) runLogged(ctx context.Context, name string, command *exec.Cmd) error {
	folder := filepath.Join(s.data, "log")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	path := filepath.Join(folder, name+".log")
	log, err := os.Create(path)
	if err != nil {
		return err
	}
	defer log.Close()
	started := exec.CommandContext(ctx, command.Path, command.Args[1:]...)
	started.Dir, started.Env, started.Stdout, started.Stderr = command.Dir, command.Env, log, log
	if err := started.Run(); err != nil {
		return process{log: path}.withLog(err)
	}
	return nil
}
