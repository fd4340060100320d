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

// unlessStamped does a step unless it was done with the same inputs and what it made is there.
func (s settings) unlessStamped(name string, inputs []string, made string, do func() error) error {
	now, err := digest(inputs...)
	if err != nil {
		return err
	}
	stamp := filepath.Join(s.local(), "stamps", name)
	if before, err := os.ReadFile(stamp); err == nil && string(before) == now {
		if _, err := os.Stat(made); err == nil {
			return nil
		}
	}
	if err := do(); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(stamp), 0o755); err != nil {
		return err
	}
	return os.WriteFile(stamp, []byte(now), 0o644)
}

// made are folders that hold what is made from the rest.
var made = []string{"node_modules", "dist", "test-results"}

// digest sums up files, and folders with all below, by name and content.
func digest(paths ...string) (string, error) {
	sum := sha256.New()
	for _, path := range paths {
		err := filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && file != path && slices.Contains(made, entry.Name()):
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
