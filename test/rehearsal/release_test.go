//go:build rehearsal

package rehearsal

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mesa/test/running"
)

// TestRollBackPages rehearses the part of «Roll back» about the pages: a new release is published, then the previous release
// again.
func TestRollBackPages(t *testing.T) {
	stack := running.Find(t)
	previous := filepath.Join(stack.Root, "web", "dist")
	next := filepath.Join(t.TempDir(), "dist")
	if err := os.CopyFS(next, os.DirFS(previous)); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(next, "index.html")
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	const mark = "<!-- the next release -->"
	if err := os.WriteFile(page, append(html, mark...), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, release := range []struct {
		dist   string
		isNext bool
	}{{next, true}, {previous, false}} {
		mustAdmin(t, stack, "publish", "-dist", release.dist)
		response := running.Get(t, stack.Site+"/")
		response.Want(t, http.StatusOK)
		if isNext := strings.Contains(string(response.Body), mark); isNext != release.isNext {
			t.Errorf("after publishing %s: the site serves the next release: %t", release.dist, isNext)
		}
	}
	if wrong, printed := diagnose(t, stack); len(wrong) > 0 {
		t.Error(printed)
	}
}
