package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"mesa/shared/wiring"
	"mesa/tools/demo"
)

// binary returns the path of a built binary.
func (s settings) binary(name string) string { return filepath.Join(s.build(), "bin", name) }

// archive returns the path of the zip archive that is deployed for an artifact.
func (s settings) archive(artifact wiring.Artifact) string {
	return filepath.Join(s.build(), string(artifact)+".zip")
}

// buildFunctions does what `sam build` would do, with a single run of the compiler: it builds the artifacts as static binaries,
// packs each into a zip archive, and writes a template that refers to the archives. It also builds the program that loads the
// demo.
func (s settings) buildFunctions(ctx context.Context) error {
	bin := filepath.Join(s.build(), "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		return err
	}
	arguments := []string{"build", "-o", bin + string(filepath.Separator)}
	for _, artifact := range wiring.Artifacts() {
		arguments = append(arguments, "./functions/"+string(artifact))
	}
	compile := exec.Command("go", arguments...)
	compile.Dir = s.root
	compile.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH="+runtime.GOARCH, "GOFLAGS=-trimpath -buildvcs=false -tags=lambda.norpc -ldflags=-s")
	if err := s.runLogged(ctx, "go-build", compile); err != nil {
		return err
	}
	seed := exec.Command("go", "build", "-o", s.binary("seed"), "./tools/seed")
	seed.Dir = s.root
	var group errgroup.Group
	group.Go(func() error { return s.runLogged(ctx, "go-build-seed", seed) })
	for _, artifact := range wiring.Artifacts() {
		binary, archive := s.binary(string(artifact)), s.archive(artifact)
		group.Go(func() error {
			return s.unlessStamped(filepath.Base(archive), []string{binary}, archive, func() error { return pack(binary, archive) })
		})
	}
	return errors.Join(group.Wait(), s.writeBuiltTemplate())
}

// writeBuiltTemplate writes the templates with the archives in place of the artifacts' folders. So `sam deploy` uploads each
// archive once and packs nothing.
func (s settings) writeBuiltTemplate() error {
	template, err := os.ReadFile(filepath.Join(s.root, "template.yaml"))
	if err != nil {
		return err
	}
	for _, artifact := range wiring.Artifacts() {
		template = bytes.ReplaceAll(template, []byte("CodeUri: functions/"+artifact+"\n"), []byte("CodeUri: ./"+filepath.Base(s.archive(artifact))+"\n"))
	}
	if err := os.WriteFile(filepath.Join(s.build(), "template.yaml"), template, 0o644); err != nil {
		return err
	}
	nested := filepath.Join(s.build(), "infra")
	return errors.Join(os.RemoveAll(nested), os.CopyFS(nested, os.DirFS(filepath.Join(s.root, "infra"))))
}

// buildPages builds web/dist with the demo's name.
func (s settings) buildPages(ctx context.Context) error {
	web := filepath.Join(s.root, "web")
	return s.unlessStamped("pages", []string{web, filepath.Join(s.root, "tools", "demo")}, s.dist(), func() error {
		command := s.webCommand("npm", "run", "build")
		command.Env = append(os.Environ(), "DESK_NAME="+demo.Name)
		return s.runLogged(ctx, "npm-build", command)
	})
}

// dist returns the folder of the built pages.
func (s settings) dist() string { return filepath.Join(s.root, "web", "dist") }
