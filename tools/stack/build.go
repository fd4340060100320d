package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"mesa/shared/wiring"
	"mesa/tools/demo"
)

// build is a folder with built functions: their binaries, an archive of each, and templates that refer to the archives.
type build struct {
	settings
	folder       string
	architecture string // as Go names it: amd64 or arm64
}

// localBuild returns the build that the local stack deploys.
func (s settings) localBuild() build {
	return build{s, filepath.Join(s.local(), "build"), runtime.GOARCH}
}

// binary returns the path of a built binary.
func (b build) binary(name string) string { return filepath.Join(b.folder, "bin", name) }

// archive returns the path of the zip archive that is deployed for an artifact.
func (b build) archive(artifact wiring.Artifact) string {
	return filepath.Join(b.folder, string(artifact)+".zip")
}

// run does what `sam build` and `sam package` would do, with a single run of the compiler: it builds the artifacts as static
// binaries, packs those that have changed into zip archives, and writes templates that refer to the archives.
func (b build) run(ctx context.Context) error {
	bin := filepath.Join(b.folder, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		return err
	}
	arguments := []string{"build", "-o", bin + string(filepath.Separator)}
	for _, artifact := range wiring.Artifacts() {
		arguments = append(arguments, "./functions/"+string(artifact))
	}
	compile := exec.Command("go", arguments...)
	compile.Dir = b.root
	compile.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH="+b.architecture, "GOFLAGS=-trimpath -buildvcs=false -tags=lambda.norpc -ldflags=-s")
	if err := b.runLogged(ctx, "go-build", compile); err != nil {
		return err
	}
	var group errgroup.Group
	for _, artifact := range wiring.Artifacts() {
		binary, archive := b.binary(string(artifact)), b.archive(artifact)
		stamp := filepath.Base(b.folder) + "-" + filepath.Base(archive)
		group.Go(func() error {
			return b.unlessStamped(stamp, []string{binary}, archive, func() error { return pack(binary, archive) })
		})
	}
	return errors.Join(group.Wait(), b.writeTemplates())
}

// writeTemplates writes the templates with the archives in place of the artifacts' folders. So `sam deploy` uploads each archive
// once and packs nothing. It copies samconfig.toml too, because SAM looks for this file in the folder of the template.
func (b build) writeTemplates() error {
	template, err := os.ReadFile(filepath.Join(b.root, "template.yaml"))
	if err != nil {
		return err
	}
	for _, artifact := range wiring.Artifacts() {
		folder := []byte("CodeUri: functions/" + artifact + "\n")
		if !bytes.Contains(template, folder) {
			return fmt.Errorf("template.yaml has no function with the artifact %s", artifact)
		}
		template = bytes.ReplaceAll(template, folder, []byte("CodeUri: ./"+filepath.Base(b.archive(artifact))+"\n"))
	}
	if bytes.Contains(template, []byte("CodeUri: functions/")) {
		return errors.New("template.yaml has a function whose artifact is not built")
	}
	config, err := os.ReadFile(filepath.Join(b.root, "samconfig.toml"))
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{"template.yaml": template, "samconfig.toml": config} {
		if err := os.WriteFile(filepath.Join(b.folder, name), content, 0o644); err != nil {
			return err
		}
	}
	nested := filepath.Join(b.folder, "infra")
	return errors.Join(os.RemoveAll(nested), os.CopyFS(nested, os.DirFS(filepath.Join(b.root, "infra"))))
}

// buildFunctions builds the functions of the local stack, and the program that loads the demo.
func (s settings) buildFunctions(ctx context.Context) error {
	local := s.localBuild()
	if err := local.run(ctx); err != nil {
		return err
	}
	seed := exec.Command("go", "build", "-o", local.binary("seed"), "./tools/seed")
	seed.Dir = s.root
	return s.runLogged(ctx, "go-build-seed", seed)
}

// defaultArchitecture is the default of the template's parameter Architecture.
const defaultArchitecture = "arm64"

// architectures maps Lambda's names of architectures to Go's.
var architectures = map[string]string{"arm64": "arm64", "x86_64": "amd64"}

// packageForAWS builds the functions for AWS into .local/package. The environment variable ARCHITECTURE sets the architecture.
func packageForAWS(ctx context.Context, set settings) error {
	name := cmp.Or(os.Getenv("ARCHITECTURE"), defaultArchitecture)
	architecture, known := architectures[name]
	if !known {
		return fmt.Errorf("ARCHITECTURE is %q: it must be arm64 or x86_64", name)
	}
	if err := os.MkdirAll(filepath.Join(set.data, "log"), 0o755); err != nil {
		return err
	}
	packaged := build{set, filepath.Join(set.local(), "package"), architecture}
	if err := step("functions", packaged.run)(ctx); err != nil {
		return err
	}
	fmt.Printf("\nnext, with your own addresses (docs/deploy.md):\n%s\n", deployCommand(name))
	return nil
}

// deployCommand returns the command that deploys the package to AWS for the first time. The name of an architecture is Lambda's.
func deployCommand(architecture string) string {
	command := "sam deploy --config-env prod --template-file .local/package/template.yaml --parameter-overrides MailFrom=mesa@example.org AlarmEmail=operators@example.org"
	if architecture != defaultArchitecture {
		command += " Architecture=" + architecture
	}
	return command
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
