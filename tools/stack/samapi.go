package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"golang.org/x/sync/errgroup"

	"mesa/shared/adapter/files"
	"mesa/tools/stackfile"
)

// serveThroughSAM serves the desk at the port MESA_SAM_PORT until it is interrupted: the API by `sam local start-api`, and the
// pages of the running stack. It writes a stack file, with which tests use this API.
func serveThroughSAM(ctx context.Context, set settings) error {
	if err := checkPort(set.samPort, "MESA_SAM_PORT"); err != nil {
		return err
	}
	local, err := set.prepareSAMLocal(ctx, "sam-local")
	if err != nil {
		return err
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	described, err := set.describeThroughSAM(ctx)
	if err != nil {
		return err
	}
	if err := set.allowUploads(ctx, described); err != nil {
		return err
	}
	desk, err := set.distribution(described.Outputs, "http://"+loopback(port), local.endpoint)
	if err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(set.data, "log", "sam-local.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		// A warm container serves several requests. Without it, each request would start a container.
		api := local.command(ctx, "start-api", "--port", strconv.Itoa(port), "--warm-containers", "LAZY")
		api.Stdout, api.Stderr = log, log
		if err := api.Run(); ctx.Err() == nil {
			return process{log: log.Name()}.withLog(errors.Join(errors.New("sam local start-api ended"), err))
		}
		return nil
	})
	group.Go(func() error { return serve(ctx, loopback(set.samPort), desk) })
	group.Go(func() error { return local.serveContainers(ctx) })
	group.Go(func() error {
		always := func() bool { return true }
		if err := wait(ctx, samLimit, always, func(ctx context.Context) error { return responds(ctx, described.API+"/topics") }); err != nil {
			return err
		}
		if err := described.Write(filepath.Join(local.folder, "stack.json")); err != nil {
			return err
		}
		fmt.Printf("\n  %-11s %s\n  %-11s %s\n\nCtrl-C stops it.\n", "portal", described.Site+"/", "API", described.API)
		return nil
	})
	return group.Wait()
}

// samLimit is the maximum time for the first response. The SAM CLI creates an image for the first container.
const samLimit = 3 * time.Minute

// describeThroughSAM returns the description of the running stack with the addresses at the port MESA_SAM_PORT.
func (s settings) describeThroughSAM(ctx context.Context) (stackfile.Stack, error) {
	deployed, err := s.stackOutputs(ctx, stackName)
	if err != nil {
		return stackfile.Stack{}, err
	}
	described, err := s.describe(ctx, deployed)
	described.Site = fmt.Sprintf("http://localhost:%d", s.samPort)
	described.Staff, described.API = described.Site+"/staff/", described.Site+"/api"
	return described, err
}

// allowUploads lets pages of a stack's site upload files to its bucket. The templates allow only the site of the running stack.
func (s settings) allowUploads(ctx context.Context, stack stackfile.Stack) error {
	bucket, client := stack.Outputs["AttachmentsBucket"], files.NewClient(s.awsConfig())
	rules, err := client.GetBucketCors(ctx, &s3.GetBucketCorsInput{Bucket: &bucket})
	if err != nil {
		return err
	}
	for i, rule := range rules.CORSRules {
		if !slices.Contains(rule.AllowedOrigins, stack.Site) {
			rules.CORSRules[i].AllowedOrigins = append(rule.AllowedOrigins, stack.Site)
		}
	}
	configuration := &types.CORSConfiguration{CORSRules: rules.CORSRules}
	_, err = client.PutBucketCors(ctx, &s3.PutBucketCorsInput{Bucket: &bucket, CORSConfiguration: configuration})
	return err
}

// freePort returns a port that no program uses.
func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return listener.Addr().(*net.TCPAddr).Port, listener.Close()
}
