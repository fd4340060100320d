// Package zipped provides the sizes of the artifacts' archives, and their budgets.
package zipped

import (
	"os"
	"path/filepath"

	"mesa/shared/wiring"
)

const megabyte = 1 << 20

// Budget returns the maximum size of an artifact's archive in bytes (Q5). The background artifact gets more, because it links
// html/template and the mail libraries (ADR 22).
func Budget(artifact wiring.Artifact) int64 {
	if artifact == wiring.BackgroundArtifact {
		return 10 * megabyte
	}
	return 7 * megabyte
}

// Size returns the size in bytes of an artifact's archive, as built by `make up` in a checkout.
func Size(root string, artifact wiring.Artifact) (int64, error) {
	archive, err := os.Stat(filepath.Join(root, ".local", "build", string(artifact)+".zip"))
	if err != nil {
		return 0, err
	}
	return archive.Size(), nil
}
