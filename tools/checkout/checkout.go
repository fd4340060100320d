// Package checkout finds the root folder of the repository in which a tool or test runs.
package checkout

import (
	"errors"
	"os"
	"path/filepath"
)

// Root returns the nearest folder with a go.mod: the working directory or a folder above it.
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
