package main

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
)

// edgeCache caches files whose Cache-Control contains `immutable`, as CloudFront's edge locations do. The engine's CloudFront caches
// nothing and needs 9 ms of processor time for each file, and a page loads about 40 files.
type edgeCache struct {
	origin http.RoundTripper
	files  sync.Map // of edgeFile by edgeKey
}

type edgeKey struct{ url, acceptEncoding string }

type edgeFile struct {
	header http.Header
	body   []byte
}

// RoundTrip implements http.RoundTripper.
func (c *edgeCache) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method != http.MethodGet || r.Header.Get("Range") != "" || r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != "" {
		return c.origin.RoundTrip(r)
	}
	key := edgeKey{r.URL.String(), r.Header.Get("Accept-Encoding")}
	if file, ok := c.files.Load(key); ok {
		return file.(edgeFile).response(r), nil
	}
	response, err := c.origin.RoundTrip(r)
	if err != nil || response.StatusCode != http.StatusOK || !strings.Contains(response.Header.Get("Cache-Control"), "immutable") {
		return response, err
	}
	body, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	file := edgeFile{response.Header.Clone(), body}
	file.header.Set("X-Cache", "Hit from cloudfront")
	c.files.Store(key, file)
	return response, nil
}

func (f edgeFile) response(r *http.Request) *http.Response {
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: f.header.Clone(), Body: io.NopCloser(bytes.NewReader(f.body)), ContentLength: int64(len(f.body)),
	}
}
