package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"mime"
	"os"
	"path/filepath"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
)

const (
	// cacheForever is the Cache-Control of files whose name contains a hash of their content.
	cacheForever = "public, max-age=31536000, immutable"
	// revalidate is the Cache-Control of all other files.
	revalidate = "no-cache"
	// parallelUploads is the number of concurrent uploads.
	parallelUploads = 8
)

// uploadPages uploads web/dist to the pages' bucket, unless the same content was uploaded before. It uploads HTML files last,
// so that the files they refer to exist before them.
func (s settings) uploadPages(ctx context.Context, deployed outputs) error {
	sum, err := digest(s.dist())
	if err != nil {
		return err
	}
	sum += deployed["PagesBucket"]
	if s.readParameter(ctx, "pages") == sum {
		return nil
	}
	client := s3.NewFromConfig(s.awsConfig(), func(o *s3.Options) { o.UsePathStyle = true })
	var pages, assets []string
	err = filepath.WalkDir(s.dist(), func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || entry.IsDir():
			return err
		case strings.HasSuffix(file, ".html"):
			pages = append(pages, file)
		default:
			assets = append(assets, file)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, files := range [][]string{assets, pages} {
		group, ctx := errgroup.WithContext(ctx)
		group.SetLimit(parallelUploads)
		for _, file := range files {
			group.Go(func() error { return put(ctx, client, deployed["PagesBucket"], s.dist(), file) })
		}
		if err := group.Wait(); err != nil {
			return err
		}
	}
	return s.storeParameter(ctx, "pages", sum)
}

func put(ctx context.Context, client *s3.Client, bucket, root, file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	relative, err := filepath.Rel(root, file)
	if err != nil {
		return err
	}
	key := filepath.ToSlash(relative)
	contentType, cache := contentType(key), revalidate
	if strings.HasPrefix(key, "assets/") {
		cache = cacheForever
	}
	_, err = client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: &bucket, Key: &key, Body: bytes.NewReader(content), ContentType: &contentType, CacheControl: &cache,
	})
	if err != nil {
		return fmt.Errorf("upload %s: %w", key, err)
	}
	return nil
}

// contentTypes maps file extensions to media types, so that the result does not depend on the media types installed on the
// machine.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json", ".webp": "image/webp", ".png": "image/png",
}

func contentType(name string) string {
	extension := filepath.Ext(name)
	if listed, ok := contentTypes[extension]; ok {
		return listed
	}
	if registered := mime.TypeByExtension(extension); registered != "" {
		return registered
	}
	return "application/octet-stream"
}
