package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"

	"mesa/tools/demo"
)

// codeFolder is how the template names a function's folder.
var codeFolder = regexp.MustCompile(`(?m)^      CodeUri: functions/([a-z-]+)$`)

// functionNames are the functions that the template deploys.
func (s settings) functionNames() ([]string, error) {
	template, err := os.ReadFile(filepath.Join(s.root, "template.yaml"))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, found := range codeFolder.FindAllSubmatch(template, -1) {
		names = append(names, string(found[1]))
	}
	return names, nil
}

// buildFunctions does what `sam build` would, for all functions with one run of the compiler: static binaries, and the
// template with their folders.
func buildFunctions(ctx context.Context, set settings) error {
	names, err := set.functionNames()
	if err != nil {
		return err
	}
	binaries := filepath.Join(set.build(), "bin")
	if err := os.MkdirAll(binaries, 0o755); err != nil {
		return err
	}
	arguments := []string{"build", "-o", binaries + string(filepath.Separator)}
	for _, name := range names {
		arguments = append(arguments, "./functions/"+name)
	}
	compile := exec.Command("go", arguments...)
	compile.Dir = set.root
	compile.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH="+runtime.GOARCH, "GOFLAGS=-trimpath -buildvcs=false -tags=lambda.norpc -ldflags=-s")
	if err := set.logged(ctx, "go-build", compile); err != nil {
		return err
	}
	for _, name := range names {
		if err := set.place(binaries, name); err != nil {
			return err
		}
	}
	return set.writeBuiltTemplate()
}

// place links a function's binary to where the template has it, under the name that the runtime starts.
func (s settings) place(binaries, name string) error {
	folder := filepath.Join(s.build(), name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	bootstrap := filepath.Join(folder, "bootstrap")
	if err := removeIfThere(bootstrap); err != nil {
		return err
	}
	return os.Link(filepath.Join(binaries, name), bootstrap)
}

func (s settings) writeBuiltTemplate() error {
	template, err := os.ReadFile(filepath.Join(s.root, "template.yaml"))
	if err != nil {
		return err
	}
	template = codeFolder.ReplaceAll(template, []byte("      CodeUri: ./$1"))
	if err := os.WriteFile(filepath.Join(s.build(), "template.yaml"), template, 0o644); err != nil {
		return err
	}
	nested := filepath.Join(s.build(), "infra")
	return errors.Join(os.RemoveAll(nested), os.CopyFS(nested, os.DirFS(filepath.Join(s.root, "infra"))))
}

// buildPages builds web/dist with the demo's name.
func buildPages(ctx context.Context, set settings) error {
	web := filepath.Join(set.root, "web")
	return set.unlessStamped("pages", []string{web, filepath.Join(set.root, "tools", "demo")}, set.dist(), func() error {
		command := set.webCommand("npm", "run", "build")
		command.Env = append(os.Environ(), "DESK_NAME="+demo.Name)
		return set.logged(ctx, "npm-build", command)
	})
}

// dist has the pages as they are uploaded.
func (s settings) dist() string { return filepath.Join(s.root, "web", "dist") }
