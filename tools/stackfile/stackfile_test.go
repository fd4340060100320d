package stackfile_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/tools/stackfile"
)

func TestWrittenStackIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stack.json")
	t.Setenv("MESA_STACK", path)
	if _, err := stackfile.Read(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a file: %v", err)
	}
	written := stackfile.Stack{
		Site: "http://localhost:8080", AWS: "http://localhost:4566", Table: "table", Engine: "ministack", Name: "mesa",
		Outputs: map[string]string{"PagesBucket": "pages"}, People: []stackfile.Credentials{{Role: "agent", Username: "ana", Password: "p", Email: "a@b.mx"}},
	}
	if err := written.Write(path); err != nil {
		t.Fatal(err)
	}
	read, err := stackfile.Read()
	if diff := cmp.Diff(written, read); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}
