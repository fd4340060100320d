package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"

	"mesa/shared/adapter/files"
	"mesa/shared/wiring"
)

const (
	// samStack is the CloudFormation stack with the bucket that `sam deploy --resolve-s3` uploads to.
	samStack = "aws-sam-cli-managed-default"
	// parallelUpdates is the number of concurrent updates of functions.
	parallelUpdates = 8
)

// replaceCode updates the functions whose code differs from the build. It uploads each archive at most once.
func (s settings) replaceCode(ctx context.Context) error {
	deployed, err := s.deployedFunctions(ctx)
	if err != nil {
		return err
	}
	for _, artifact := range wiring.Artifacts() {
		archive, err := os.ReadFile(s.localBuild().archive(artifact))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(archive)
		var outdated []string
		for _, function := range wiring.Functions() {
			name := stackName + "-" + function.Name
			if function.Artifact == artifact && deployed[name].sum != base64.StdEncoding.EncodeToString(sum[:]) {
				outdated = append(outdated, name)
			}
		}
		if len(outdated) == 0 {
			continue
		}
		if err := s.updateFunctions(ctx, artifact, archive, outdated); err != nil {
			return err
		}
		fmt.Printf("             → %s: %d functions\n", artifact, len(outdated))
	}
	return nil
}

// updateFunctions uploads an artifact's archive and updates functions to run it.
func (s settings) updateFunctions(ctx context.Context, artifact wiring.Artifact, archive []byte, names []string) error {
	sam, err := s.stackOutputs(ctx, samStack)
	if err != nil {
		return err
	}
	bucket, key := sam["SourceBucket"], stackName+"/"+string(artifact)+".zip"
	if _, err := files.NewClient(s.awsConfig()).PutObject(ctx, &s3.PutObjectInput{Bucket: &bucket, Key: &key, Body: bytes.NewReader(archive)}); err != nil {
		return fmt.Errorf("upload %s: %w", key, err)
	}
	body, err := json.Marshal(map[string]string{"S3Bucket": bucket, "S3Key": key})
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(parallelUpdates)
	for _, name := range names {
		group.Go(func() error {
			_, err := s.call(ctx, "lambda", http.MethodPut, "/2015-03-31/functions/"+name+"/code", body, http.Header{"Content-Type": {"application/json"}})
			if err != nil {
				return fmt.Errorf("update %s: %w", name, err)
			}
			return nil
		})
	}
	return group.Wait()
}

// deployedFunction is a function on the engine: the SHA-256 of its archive in base64, and its environment variables.
type deployedFunction struct {
	sum       string
	variables map[string]string
}

// deployedFunctions returns the functions on the engine by name.
func (s settings) deployedFunctions(ctx context.Context) (map[string]deployedFunction, error) {
	functions := map[string]deployedFunction{}
	for marker := ""; ; {
		var page struct {
			Functions []struct {
				Name        string `json:"FunctionName"`
				Sum         string `json:"CodeSha256"`
				Environment struct{ Variables map[string]string }
			} `json:"Functions"`
			NextMarker string `json:"NextMarker"`
		}
		response, err := s.call(ctx, "lambda", http.MethodGet, "/2015-03-31/functions/?"+url.Values{"Marker": {marker}}.Encode(), nil, nil)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(response, &page); err != nil {
			return nil, err
		}
		for _, function := range page.Functions {
			functions[function.Name] = deployedFunction{function.Sum, function.Environment.Variables}
		}
		if marker = page.NextMarker; marker == "" {
			return functions, nil
		}
	}
}
