package main

import (
	"context"
	"time"

	"mesa/tools/pages"
)

// uploadPages publishes web/dist unless the same build is the current release.
func (s settings) uploadPages(ctx context.Context, deployed outputs) error {
	build, err := pages.Read(s.dist())
	if err != nil {
		return err
	}
	bucket := pages.Open(s.awsConfig(), deployed["PagesBucket"])
	if current, _, err := bucket.Current(ctx); err != nil || current.Build == build.ID {
		return err
	}
	_, err = bucket.Publish(ctx, build, time.Now())
	return err
}
