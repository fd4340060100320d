package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mesa/tools/checkout"
)

// TestPackageHasTemplatesAndConfiguration checks that the folder of a package has the files that `sam deploy` reads, and that its
// template refers to the archives.
func TestPackageHasTemplatesAndConfiguration(t *testing.T) {
	root, err := checkout.Root()
	if err != nil {
		t.Fatal(err)
	}
	packaged := build{settings{root: root}, t.TempDir(), "arm64"}
	if err := packaged.writeTemplates(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"samconfig.toml", "infra/data.yaml"} {
		if got, want := read(t, packaged.folder, name), read(t, root, name); got != want {
			t.Errorf("%s differs from the file in the checkout", name)
		}
	}
	template := read(t, packaged.folder, "template.yaml")
	for _, uri := range []string{"CodeUri: ./api.zip\n", "CodeUri: ./background.zip\n"} {
		if !strings.Contains(template, uri) {
			t.Errorf("the template has no %q", uri)
		}
	}
}

// TestPackageRequiresEveryArtifact checks that a template is refused if an archive does not replace the folder of each function.
func TestPackageRequiresEveryArtifact(t *testing.T) {
	root, err := checkout.Root()
	if err != nil {
		t.Fatal(err)
	}
	template := read(t, root, "template.yaml")
	for change, want := range map[[2]string]string{
		{"CodeUri: functions/background\n", `CodeUri: "functions/background"` + "\n"}: "template.yaml has no function with the artifact background",
		{"Resources:\n", "Resources:\n  # CodeUri: functions/other\n"}:                "template.yaml has a function whose artifact is not built",
	} {
		folder := t.TempDir()
		changed := strings.ReplaceAll(template, change[0], change[1])
		if err := os.WriteFile(filepath.Join(folder, "template.yaml"), []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := (build{settings{root: folder}, t.TempDir(), "arm64"}).writeTemplates(); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %q", change, err, want)
		}
	}
}

// TestDeployCommandIsDocumented checks that the documents contain the command that `make package` prints.
func TestDeployCommandIsDocumented(t *testing.T) {
	root, err := checkout.Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "docs/deploy.md"} {
		if !strings.Contains(read(t, root, name), "\n"+deployCommand(defaultArchitecture)+"\n") {
			t.Errorf("%s has no command %q", name, deployCommand(defaultArchitecture))
		}
	}
	if want := "ARCHITECTURE=x86_64`, and add the parameter `Architecture=x86_64`"; !strings.Contains(read(t, root, "docs/deploy.md"), want) {
		t.Errorf("docs/deploy.md does not contain %q", want)
	}
}

func read(t *testing.T, folder, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
