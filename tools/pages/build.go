package pages

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"os"
	"path"
	"regexp"
	"strings"
	"time"
)

// Build holds the files of the built pages.
type Build struct {
	// ID is the beginning of a hash of the names and contents of the files.
	ID    string
	Files []File
}

// File is a file of a build. Key is its path in the build and in the bucket.
type File struct {
	Key     string
	Content []byte
}

// Read reads a build from a folder, such as web/dist. It returns an error if the folder has no index.html.
func Read(folder string) (Build, error) {
	var build Build
	sum, root := sha256.New(), os.DirFS(folder)
	if _, err := fs.Stat(root, "index.html"); errors.Is(err, fs.ErrNotExist) {
		return build, fmt.Errorf("%s has no index.html: build the pages first (`npm run build` in web)", folder)
	}
	err := fs.WalkDir(root, ".", func(key string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(root, key)
		fmt.Fprintf(sum, "%s %d\n", key, len(content))
		sum.Write(content)
		build.Files = append(build.Files, File{key, content})
		return err
	})
	build.ID = hex.EncodeToString(sum.Sum(nil))[:12]
	return build, err
}

// release returns the Release that records that the build was published at a time.
func (b Build) release(at time.Time) Release {
	release := Release{Build: b.ID, PublishedAt: at.UTC().Truncate(time.Second)}
	for _, file := range b.Files {
		release.Files = append(release.Files, file.Key)
	}
	return release
}

func (b Build) files(matches func(File) bool) []File {
	var found []File
	for _, file := range b.Files {
		if matches(file) {
			found = append(found, file)
		}
	}
	return found
}

// hashedName matches names with a hash of the content, as Vite writes them: client-BH4w4Kiw.js.
var hashedName = regexp.MustCompile(`^assets/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$`)

func isHashed(f File) bool { return hashedName.MatchString(f.Key) }

func isHTML(f File) bool { return strings.HasSuffix(f.Key, ".html") }

// contentTypes maps the extensions of the usual files to media types. For these, contentType does not depend on the media types
// that are installed on the machine.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json", ".webp": "image/webp", ".png": "image/png",
}

func contentType(name string) string {
	extension := path.Ext(name)
	if listed, ok := contentTypes[extension]; ok {
		return listed
	}
	if registered := mime.TypeByExtension(extension); registered != "" {
		return registered
	}
	return "application/octet-stream"
}
