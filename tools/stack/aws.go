package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/credentials"
)

// reach is how the SDK's clients reach the emulator as its administrator.
func (s settings) reach() aws.Config {
	address := s.aws()
	return aws.Config{Region: "us-east-1", BaseEndpoint: &address, Credentials: credentials.NewStaticCredentialsProvider("test", "test", "")}
}

// refusal is an answer that isn't 200.
type refusal struct {
	status int
	body   string
}

func (r *refusal) Error() string { return fmt.Sprintf("%d %s", r.status, r.body) }

// call makes one signed call, for the services that the desk itself has no client of.
func (s settings) call(ctx context.Context, service, method, path string, body []byte, header http.Header) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, method, s.aws()+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	for name := range header {
		request.Header.Set(name, header.Get(name))
	}
	sum := sha256.Sum256(body)
	signed := aws.Credentials{AccessKeyID: "test", SecretAccessKey: "test"}
	if err := v4.NewSigner().SignHTTP(ctx, signed, request, hex.EncodeToString(sum[:]), service, "us-east-1", time.Now()); err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	told, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= http.StatusMultipleChoices {
		return nil, &refusal{response.StatusCode, string(told)}
	}
	return told, nil
}

// json makes a call of the services that speak JSON.
func (s settings) json(ctx context.Context, service, target string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	header := http.Header{"Content-Type": {"application/x-amz-json-1.1"}, "X-Amz-Target": {target}}
	told, err := s.call(ctx, service, http.MethodPost, "/", body, header)
	if err != nil {
		return fmt.Errorf("%s: %w", target, err)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(told, out)
}

// outputs are what the deployed stack tells of itself.
type outputs map[string]string

// stackOutputs are the outputs of the stack, or nil when it is not deployed.
func (s settings) stackOutputs(ctx context.Context) (outputs, error) {
	query := url.Values{"Action": {"DescribeStacks"}, "Version": {"2010-05-15"}, "StackName": {stackName}}
	header := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}
	told, err := s.call(ctx, "cloudformation", http.MethodPost, "/", []byte(query.Encode()), header)
	if err != nil {
		return nil, nil //nolint:nilerr // AWS answers 400 for a stack that isn't there, with nothing else to know it by
	}
	var answer struct {
		Stacks []struct {
			Status  string `xml:"StackStatus"`
			Outputs []struct {
				Key   string `xml:"OutputKey"`
				Value string `xml:"OutputValue"`
			} `xml:"Outputs>member"`
		} `xml:"DescribeStacksResult>Stacks>member"`
	}
	if err := xml.Unmarshal(told, &answer); err != nil {
		return nil, err
	}
	if len(answer.Stacks) == 0 || answer.Stacks[0].Status != "CREATE_COMPLETE" && answer.Stacks[0].Status != "UPDATE_COMPLETE" {
		return nil, nil
	}
	found := outputs{}
	for _, output := range answer.Stacks[0].Outputs {
		found[output.Key] = output.Value
	}
	return found, nil
}

// recall reads what was remembered in the emulator itself, so that it is lost with what it tells of; "" when nothing was.
func (s settings) recall(ctx context.Context, name string) string {
	var told struct{ Parameter struct{ Value string } }
	if err := s.json(ctx, "ssm", "AmazonSSM.GetParameter", map[string]any{"Name": memory(name)}, &told); err != nil {
		return ""
	}
	return told.Parameter.Value
}

func (s settings) remember(ctx context.Context, name, value string) error {
	in := map[string]any{"Name": memory(name), "Value": value, "Type": "String", "Overwrite": true}
	return s.json(ctx, "ssm", "AmazonSSM.PutParameter", in, nil)
}

func memory(name string) string { return "/" + stackName + "/local/" + name }
