//go:build stack

package contract

import (
	"path/filepath"
	"testing"

	"mesa/test/running"
	"mesa/tools/bench/zipped"
)

func TestFunctionsAreSmall(t *testing.T) {
	built := filepath.Join(running.Find(t).Root, ".local", "build", "bin")
	for _, folder := range folders(t) {
		size, err := zipped.Size(filepath.Join(built, folder))
		if err != nil {
			t.Fatal(err)
		}
		if budget := zipped.Budget(folder); size > budget {
			t.Errorf("%s has %.1f MB zipped; at most %d", folder, float64(size)/(1<<20), budget>>20)
		}
	}
}
