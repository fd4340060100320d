//go:build rehearsal

package rehearsal

import (
	"io"
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
		if isNext := strings.Contains(read(t, stack.Site+"/"), mark); isNext != release.isNext {
			t.Errorf("after publishing %s: the site serves the next release: %t", release.dist, isNext)
		}
	}
	if wrong, printed := diagnose(t, stack); len(wrong) > 0 {
		t.Error(printed)
	}
}

// read requests a URL and returns the body of the response. The status must be 200.
func read(t *testing.T, url string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s responds with %s: %v", url, response.Status, err)
	}
	return string(body)
}
