package contract

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"mesa/shared/wiring"
)

// heavy lists the packages that make a binary larger by megabytes or slower to start, with the artifacts that may link them.
// bluemonday compiles its regular expressions at every start of a function (ADR 2).
var heavy = map[string][]wiring.Artifact{
	"html/template":                      {wiring.BackgroundArtifact},
	"text/template":                      {wiring.BackgroundArtifact},
	"github.com/microcosm-cc/bluemonday": {wiring.TextArtifact, wiring.BackgroundArtifact},
	"github.com/wneessen/go-mail":        {wiring.BackgroundArtifact},
	"mesa/shared/adapter/mail":           {wiring.BackgroundArtifact},
	"github.com/getkin/kin-openapi":      nil,
	"github.com/xuri/excelize/v2":        nil,
	"github.com/jhillyerd/enmime":        nil,
	"testing":                            nil,
}

func TestOnlyTheirArtifactsLinkHeavyPackages(t *testing.T) {
	for _, artifact := range wiring.Artifacts() {
		out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-tags", "lambda.norpc", "../../functions/"+string(artifact)).Output()
		if err != nil {
			t.Fatalf("%s: %v", artifact, err)
		}
		for dep := range strings.FieldsSeq(string(out)) {
			for name, allowed := range heavy {
				if (dep == name || strings.HasPrefix(dep, name+"/")) && !slices.Contains(allowed, artifact) {
					t.Errorf("functions/%s links %s", artifact, dep)
				}
			}
		}
	}
}
