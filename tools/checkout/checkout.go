// Package checkout finds the files of the repository that tools and tests are run in.
package checkout

import (
	"errors"
	"os"
	"path/filepath"
)

// Root is the nearest folder, from the working one up, that has the go.mod.
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
			return "", errors.New("no go.mod from here up: run this in the checkout")
		}
		folder = above
	}
}
