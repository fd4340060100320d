//go:build stack

package contract

import (
	"path/filepath"
	"testing"

	"mesa/test/running"
	"mesa/tools/bench/zipped"
)

// mostZipped is the largest size of a zipped function (Q5).
const mostZipped = 5 << 20

func TestFunctionsAreSmall(t *testing.T) {
	built := filepath.Join(running.Find(t).Root, ".local", "build", "bin")
	for _, folder := range folders(t) {
		size, err := zipped.Size(filepath.Join(built, folder))
		if err != nil {
			t.Fatal(err)
		}
		if size > mostZipped {
			t.Errorf("%s has %.1f MB zipped; at most %d", folder, float64(size)/(1<<20), mostZipped>>20)
		}
	}
}
