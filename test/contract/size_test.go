//go:build stack

package contract

import (
	"testing"

	"mesa/shared/wiring"
	"mesa/test/running"
	"mesa/tools/bench/zipped"
)

func TestArtifactsAreSmall(t *testing.T) {
	root := running.Find(t).Root
	for _, artifact := range wiring.Artifacts() {
		size, err := zipped.Size(root, artifact)
		if err != nil {
			t.Fatal(err)
		}
		if budget := zipped.Budget(artifact); size > budget {
			t.Errorf("functions/%s has %.1f MB zipped; at most %d", artifact, float64(size)/(1<<20), budget>>20)
		}
	}
}
