package pages_test

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/files"
	"mesa/tools/pages"
	"mesa/tools/stackfile/stackfiletest"
)

// newBucket creates a bucket on the emulator; see stackfiletest.Emulator.
func newBucket(t *testing.T) (*s3.Client, string, aws.Config) {
	t.Helper()
	config := stackfiletest.Emulator(t)
	client, name := files.NewClient(config), "pages-"+strconv.FormatInt(time.Now().UnixNano(), 36)
	if _, err := client.CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &name}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx := context.Background()
		for key := range objects(ctx, t, client, name) {
			if _, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &name, Key: &key}); err != nil {
				t.Error(err)
			}
		}
		if _, err := client.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: &name}); err != nil {
			t.Error(err)
		}
	})
	return client, name, config
}

// objects returns the Cache-Control of each object by key.
func objects(ctx context.Context, t *testing.T, client *s3.Client, bucket string) map[string]string {
	t.Helper()
	listed, err := client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})
	if err != nil {
		t.Fatal(err)
	}
	caching := map[string]string{}
	for _, found := range listed.Contents {
		head, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: found.Key})
		if err != nil {
			t.Fatal(err)
		}
		caching[*found.Key] = aws.ToString(head.CacheControl)
	}
	return caching
}

// build writes files and reads them as a build.
func build(t *testing.T, names ...string) pages.Build {
	t.Helper()
	folder := t.TempDir()
	for _, name := range names {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read, err := pages.Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func TestPublish(t *testing.T) {
	client, name, config := newBucket(t)
	bucket, ctx := pages.Open(config, name), t.Context()
	if current, _, err := bucket.Current(ctx); current.Build != "" || err != nil {
		t.Fatalf("a new bucket has a release: %v", err)
	}
	first, second := build(t, "index.html", "start.js", "assets/app-aaaaaaaa.js"), build(t, "index.html", "staff/index.html", "assets/app-bbbbbbbb.js")
	if first.ID == second.ID {
		t.Error("different builds have the same identifier")
	}
	publish := func(build pages.Build, at time.Time) pages.Summary {
		summary, err := bucket.Publish(ctx, build, at)
		if err != nil {
			t.Fatal(err)
		}
		if current, _, err := bucket.Current(ctx); current.Build != build.ID || err != nil {
			t.Errorf("the current release is %+v, %v", current, err)
		}
		return summary
	}
	now := time.Now()
	publish(first, now)
	publish(second, now.Add(time.Minute))
	const forever = "public, max-age=31536000, immutable"
	files := map[string]string{
		"index.html": "no-cache", "start.js": "no-cache", "staff/index.html": "no-cache",
		"assets/app-aaaaaaaa.js": forever, "assets/app-bbbbbbbb.js": forever,
	}
	stored := objects(ctx, t, client, name)
	for key, want := range files {
		if stored[key] != want {
			t.Errorf("%s has Cache-Control %q", key, stored[key])
		}
	}

	// Nine days later, the first release has been replaced for more than a week.
	published := publish(second, now.Add(9*24*time.Hour))
	if diff := cmp.Diff([]string{"assets/app-aaaaaaaa.js", "start.js"}, published.Deleted); diff != "" {
		t.Error(diff)
	}
	stored = objects(ctx, t, client, name)
	if stored["assets/app-aaaaaaaa.js"] != "" || stored["assets/app-bbbbbbbb.js"] == "" || stored["index.html"] == "" {
		t.Errorf("the bucket has %v", stored)
	}
	if _, missing, err := bucket.Current(ctx); len(missing) > 0 || err != nil {
		t.Errorf("missing: %v, %v", missing, err)
	}
}

// failingHTML is an HTTP client whose uploads of HTML files fail.
type failingHTML struct{ aws.HTTPClient }

func (f failingHTML) Do(request *http.Request) (*http.Response, error) {
	if request.Method == http.MethodPut && strings.HasSuffix(request.URL.Path, ".html") {
		return nil, errors.New("interrupted")
	}
	return f.HTTPClient.Do(request)
}

// TestInterruptedPublishDeletesNoFilesInUse publishes a release, then a second whose HTML upload fails, and a third nine days
// later. The pages of the first release may be served until the third is published, so the third deletes none of their files.
func TestInterruptedPublishDeletesNoFilesInUse(t *testing.T) {
	_, name, config := newBucket(t)
	bucket, ctx, now := pages.Open(config, name), t.Context(), time.Now()
	if _, err := bucket.Publish(ctx, build(t, "index.html", "assets/app-aaaaaaaa.js"), now); err != nil {
		t.Fatal(err)
	}
	config.HTTPClient, config.RetryMaxAttempts = failingHTML{http.DefaultClient}, 1
	second := build(t, "index.html", "assets/app-bbbbbbbb.js")
	if _, err := pages.Open(config, name).Publish(ctx, second, now.Add(time.Minute)); err == nil {
		t.Error("the interrupted upload succeeded")
	}
	if current, _, err := bucket.Current(ctx); current.Build != second.ID || !current.Incomplete || err != nil {
		t.Errorf("the current release is %+v, %v", current, err)
	}
	published, err := bucket.Publish(ctx, build(t, "index.html", "assets/app-cccccccc.js"), now.Add(9*24*time.Hour))
	if len(published.Deleted) > 0 || err != nil {
		t.Errorf("deleted: %v, %v", published.Deleted, err)
	}
	if current, _, err := bucket.Current(ctx); current.Incomplete || err != nil {
		t.Errorf("the current release is %+v, %v", current, err)
	}
}

func TestFolderWithoutPagesIsRefused(t *testing.T) {
	if _, err := pages.Read(t.TempDir()); err == nil {
		t.Error("an empty folder is a build")
	}
}

// TestStatusOfThePageForUnknownPaths checks that only the page for unknown paths has a status in its metadata.
func TestStatusOfThePageForUnknownPaths(t *testing.T) {
	client, name, config := newBucket(t)
	if _, err := pages.Open(config, name).Publish(t.Context(), build(t, "index.html", "404.html"), time.Now()); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"index.html": "", "404.html": "404"} {
		head, err := client.HeadObject(t.Context(), &s3.HeadObjectInput{Bucket: &name, Key: &key})
		if err != nil || head.Metadata["status"] != want {
			t.Errorf("%s has the metadata %v, %v", key, head, err)
		}
	}
}
