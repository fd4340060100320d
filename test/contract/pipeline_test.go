package contract

import (
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

var (
	pinnedAction = regexp.MustCompile(`^[\w-]+/[\w-]+@v\d+\.\d+\.\d+$`)
	makeTarget   = regexp.MustCompile(`\bmake ([a-z-]+)`)
)

// TestWorkflowIsPinnedAndComplete checks the workflow of GitHub Actions, which cannot run in this test: actions have exact
// versions, jobs that deploy authenticate by OIDC, jobs run the required commands, and their targets of make exist.
func TestWorkflowIsPinnedAndComplete(t *testing.T) {
	var workflow struct {
		Permissions map[string]string
		Jobs        map[string]struct {
			Permissions map[string]string
			Steps       []struct{ Uses, Run string }
		}
	}
	if err := yaml.Unmarshal([]byte(document(t, ".github/workflows/deploy.yml")), &workflow); err != nil {
		t.Fatal(err)
	}
	makefile := document(t, "Makefile")
	if len(workflow.Permissions) != 1 || workflow.Permissions["contents"] != "read" {
		t.Errorf("by default, jobs have the permissions %v", workflow.Permissions)
	}
	for _, name := range []string{"check", "staging", "production"} {
		job := workflow.Jobs[name]
		if len(job.Steps) == 0 {
			t.Errorf("no job %s", name)
		}
		var commands strings.Builder
		for _, step := range job.Steps {
			if step.Uses != "" && !pinnedAction.MatchString(step.Uses) {
				t.Errorf("%s: %s has no exact version", name, step.Uses)
			}
			commands.WriteString(step.Run + "\n")
			for _, target := range makeTarget.FindAllStringSubmatch(step.Run, -1) {
				if !strings.Contains(makefile, "\n"+target[1]+":") {
					t.Errorf("%s: no target %s", name, target[1])
				}
			}
		}
		required := []string{"sam deploy", "make publish", "make smoke"}
		if name == "check" {
			required = []string{".ci/run", "govulncheck", "npm audit", "cyclonedx"}
		} else if job.Permissions["id-token"] != "write" {
			t.Errorf("%s cannot authenticate by OIDC: %v", name, job.Permissions)
		}
		for _, command := range required {
			if !strings.Contains(commands.String(), command) {
				t.Errorf("%s does not run %s", name, command)
			}
		}
	}
}
