//go:build rehearsal

package rehearsal

import (
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"

	"mesa/test/running"
)

// TestReplaceOriginSecret rehearses the functions' part of «Replace the origin secret»: it sets the values of each step on a
// function and checks which secrets the function accepts. The emulator cannot read secrets in templates, so the steps
// themselves are not rehearsed.
func TestReplaceOriginSecret(t *testing.T) {
	stack := running.Find(t)
	client, name := lambda.NewFromConfig(stack.AWSConfig()), stack.Name+"-list-topics"
	found, err := client.GetFunctionConfiguration(t.Context(), &lambda.GetFunctionConfigurationInput{FunctionName: &name})
	if err != nil {
		t.Fatal(err)
	}
	set := func(proofs string) {
		t.Helper()
		variables := maps.Clone(found.Environment.Variables)
		variables["ORIGIN_PROOF"] = proofs
		if _, err := client.UpdateFunctionConfiguration(t.Context(), &lambda.UpdateFunctionConfigurationInput{FunctionName: &name, Environment: &types.Environment{Variables: variables}}); err != nil {
			t.Fatal(err)
		}
	}
	active := found.Environment.Variables["ORIGIN_PROOF"]
	defer set(active)
	next := strings.Repeat("n", 36)
	for _, step := range []struct {
		name, proofs           string
		acceptsOld, acceptsNew bool
	}{
		{"before", active + ",unset", true, false},
		{"step 3", active + "," + next, true, true},
		{"step 4", next + "," + active, true, true},
		{"step 5", next + ",unset", false, true},
	} {
		set(step.proofs)
		for proof, accepts := range map[string]bool{active: step.acceptsOld, next: step.acceptsNew, "unset": false, "": false} {
			want := http.StatusForbidden
			if accepts {
				want = http.StatusOK
			}
			if got := running.Get(t, stack.Gateway+"/api/topics", "X-Origin-Proof", proof).Status; got != want {
				t.Errorf("%s: the secret %q has status %d, want %d", step.name, proof, got, want)
			}
		}
	}
}
