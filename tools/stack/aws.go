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

	"mesa/tools/stackfile"
)

// awsConfig returns a configuration for SDK clients of the emulator, with administrator rights.
func (s settings) awsConfig() aws.Config { return stackfile.EmulatorConfig(s.aws()) }

// statusError is a response with an error status.
type statusError struct {
	status int
	body   string
}

func (e *statusError) Error() string { return fmt.Sprintf("%d %s", e.status, e.body) }

// call sends one signed request. The tool uses it instead of SDK clients of which it would need one or two methods.
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
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= http.StatusMultipleChoices {
		return nil, &statusError{response.StatusCode, string(content)}
	}
	return content, nil
}

// json calls a service with a JSON protocol. It decodes the response into out unless out is nil.
func (s settings) json(ctx context.Context, service, target string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	header := http.Header{"Content-Type": {"application/x-amz-json-1.1"}, "X-Amz-Target": {target}}
	response, err := s.call(ctx, service, http.MethodPost, "/", body, header)
	if err != nil {
		return fmt.Errorf("%s: %w", target, err)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(response, out)
}

// outputs maps the names of the CloudFormation stack's outputs to their values.
type outputs map[string]string

// stackID is the key of the stack's ARN in outputs.
const stackID = "StackId"

// stackOutputs returns the outputs of a stack, or nil if the stack is not completely deployed.
func (s settings) stackOutputs(ctx context.Context, name string) (outputs, error) {
	query := url.Values{"Action": {"DescribeStacks"}, "Version": {"2010-05-15"}, "StackName": {name}}
	header := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}
	response, err := s.call(ctx, "cloudformation", http.MethodPost, "/", []byte(query.Encode()), header)
	if err != nil {
		return nil, nil //nolint:nilerr // for a missing stack AWS returns a 400 without a specific code
	}
	var described struct {
		Stacks []struct {
			ID      string `xml:"StackId"`
			Status  string `xml:"StackStatus"`
			Outputs []struct {
				Key   string `xml:"OutputKey"`
				Value string `xml:"OutputValue"`
			} `xml:"Outputs>member"`
		} `xml:"DescribeStacksResult>Stacks>member"`
	}
	if err := xml.Unmarshal(response, &described); err != nil {
		return nil, err
	}
	if len(described.Stacks) == 0 || described.Stacks[0].Status != "CREATE_COMPLETE" && described.Stacks[0].Status != "UPDATE_COMPLETE" {
		return nil, nil
	}
	if len(described.Stacks[0].Outputs) == 0 {
		return nil, nil // LocalStack reports a stack as complete even if a nested stack failed. Such a stack has no outputs.
	}
	found := outputs{stackID: described.Stacks[0].ID}
	for _, output := range described.Stacks[0].Outputs {
		found[output.Key] = output.Value
	}
	return found, nil
}

// readParameter returns a value stored by storeParameter, or "". The values are stored in the emulator itself, so they are lost
// together with the state that they describe.
func (s settings) readParameter(ctx context.Context, name string) string {
	var stored struct{ Parameter struct{ Value string } }
	if err := s.json(ctx, "ssm", "AmazonSSM.GetParameter", map[string]any{"Name": parameterName(name)}, &stored); err != nil {
		return ""
	}
	return stored.Parameter.Value
}

// storeParameter stores a value in the emulator's parameter store.
func (s settings) storeParameter(ctx context.Context, name, value string) error {
	in := map[string]any{"Name": parameterName(name), "Value": value, "Type": "String", "Overwrite": true}
	return s.json(ctx, "ssm", "AmazonSSM.PutParameter", in, nil)
}

func parameterName(name string) string { return "/" + stackName + "/local/" + name }
