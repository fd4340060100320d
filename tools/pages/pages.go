// Package pages publishes the built pages to the site's bucket, and deletes files of old releases.
package pages

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"

	"mesa/shared/adapter/files"
)

const (
	// cacheForever is the Cache-Control of files whose name contains a hash of their content.
	cacheForever = "public, max-age=31536000, immutable"
	// revalidate is the Cache-Control of all other files.
	revalidate = "no-cache"
	// concurrentCalls is the number of concurrent uploads or deletions.
	concurrentCalls = 8
)

// statusMetadata maps the key of the page for unknown paths to its metadata. The CloudFront function PageStatus (infra/site.yaml)
// responds with this status.
var statusMetadata = map[string]map[string]string{"404.html": {"status": "404"}}

// Bucket is the S3 bucket of the pages.
type Bucket struct {
	client *s3.Client
	name   string
}

// Open returns the bucket with a name.
func Open(config aws.Config, name string) *Bucket {
	return &Bucket{files.NewClient(config), name}
}

// Summary is the result of publishing a build.
type Summary struct {
	Release Release
	// Deleted holds the keys of the deleted files.
	Deleted []string
}

// Publish uploads a build as a new release: files whose names contain a hash first, HTML files last, so that the files to which
// an HTML file refers exist before it. Then it deletes the files that no release of the retention period uses.
func (b *Bucket) Publish(ctx context.Context, build Build, now time.Time) (Summary, error) {
	published := Summary{Release: build.release(now)}
	hashed, html := build.files(isHashed), build.files(isHTML)
	others := build.files(func(f File) bool { return !isHashed(f) && !isHTML(f) })
	// The release is recorded before its HTML is uploaded, as incomplete. So every file to which the HTML in the bucket refers
	// belongs to a record, even if the upload fails halfway.
	incomplete := published.Release
	incomplete.Incomplete = true
	for _, step := range []func() error{
		func() error { return b.upload(ctx, hashed) },
		func() error { return b.upload(ctx, others) },
		func() error { return b.record(ctx, incomplete) },
		func() error { return b.upload(ctx, html) },
		func() error { return b.record(ctx, published.Release) },
	} {
		if err := step(); err != nil {
			return published, err
		}
	}
	deleted, err := b.deleteUnused(ctx, now)
	published.Deleted = deleted
	return published, err
}

func (b *Bucket) upload(ctx context.Context, files []File) error {
	return each(ctx, files, func(ctx context.Context, file File) error {
		cache := revalidate
		if isHashed(file) {
			cache = cacheForever
		}
		return b.put(ctx, file.Key, contentType(file.Key), cache, file.Content)
	})
}

func (b *Bucket) put(ctx context.Context, key, contentType, cache string, content []byte) error {
	_, err := b.client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: &b.name, Key: &key, Body: bytes.NewReader(content), ContentType: &contentType, CacheControl: &cache,
		Metadata: statusMetadata[key],
	})
	if err != nil {
		return fmt.Errorf("upload %s: %w", key, err)
	}
	return nil
}

// deleteUnused deletes the files and records that unusedFiles and unusedRecords select. It returns the keys of the files.
func (b *Bucket) deleteUnused(ctx context.Context, now time.Time) ([]string, error) {
	stored, err := b.list(ctx)
	if err != nil {
		return nil, err
	}
	releases, err := b.releases(ctx, stored)
	if err != nil {
		return nil, err
	}
	files := unusedFiles(stored, releases, now)
	err = each(ctx, slices.Concat(files, unusedRecords(releases, now)), func(ctx context.Context, key string) error {
		if _, err := b.client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &b.name, Key: &key}); err != nil {
			return fmt.Errorf("delete %s: %w", key, err)
		}
		return nil
	})
	return files, err
}

// object is an object in the bucket.
type object struct {
	key      string
	modified time.Time
}

func (b *Bucket) list(ctx context.Context) ([]object, error) {
	var all []object
	pages := s3.NewListObjectsV2Paginator(b.client, &s3.ListObjectsV2Input{Bucket: &b.name})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, fmt.Errorf("list the bucket %s: %w", b.name, err)
		}
		for _, found := range page.Contents {
			all = append(all, object{aws.ToString(found.Key), aws.ToTime(found.LastModified)})
		}
	}
	return all, nil
}

// each calls do for every element, some concurrently, until the first error.
func each[T any](ctx context.Context, elements []T, do func(context.Context, T) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(concurrentCalls)
	for _, element := range elements {
		group.Go(func() error { return do(ctx, element) })
	}
	return group.Wait()
}
