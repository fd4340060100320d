// Package checkout finds the root of the repository that a tool or test runs in.
package checkout

import (
	"errors"
	"os"
	"path/filepath"
)

// Root returns the nearest folder with a go.mod, starting at the working directory and going up.
func Root() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder, nil
		}
		above := filepath.Dir(folder)
		if above == folder {
			return "", errors.New("no go.mod in this folder or above: run this in the checkout")
		}
		folder = above
	}
}
