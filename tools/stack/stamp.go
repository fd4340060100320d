package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// unlessStamped runs a step unless it has already run with the same inputs and its output still exists.
func (s settings) unlessStamped(name string, inputs []string, output string, run func() error) error {
	sum, err := digest(inputs...)
	if err != nil {
		return err
	}
	stamp := filepath.Join(s.local(), "stamps", name)
	if stored, err := os.ReadFile(stamp); err == nil && string(stored) == sum {
		if _, err := os.Stat(output); err == nil {
			return nil
		}
	}
	if err := run(); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(stamp), 0o755); err != nil {
		return err
	}
	return os.WriteFile(stamp, []byte(sum), 0o644)
}

// generatedFolders lists the folders that digests exclude.
var generatedFolders = []string{"node_modules", "dist", "test-results"}

// digest returns a hash of the names and contents of files and folders.
func digest(paths ...string) (string, error) {
	sum := sha256.New()
	for _, path := range paths {
		err := filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && file != path && slices.Contains(generatedFolders, entry.Name()):
				return filepath.SkipDir
			case !entry.Type().IsRegular():
				return nil
			}
			content, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			relative, err := filepath.Rel(path, file)
			fmt.Fprintf(sum, "%s %d\n", relative, len(content))
			sum.Write(content)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
