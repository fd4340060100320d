package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"mesa/shared/wiring"
)

const (
	// startRuns is the number of starts per artifact. The median is reported.
	startRuns    = 15
	startTimeout = 10 * time.Second
)

// startCases lists the artifacts to start, each with the operation that it serves.
var startCases = []struct {
	artifact  wiring.Artifact
	operation string
	// budget is the maximum ratio of the start time to that of the bare function (Q4). It is 0 if nobody waits for the start.
	budget float64
}{
	{wiring.APIArtifact, "list-tickets", 1.5},
	{wiring.TextArtifact, "create-ticket", 2},
	{wiring.BackgroundArtifact, "send-mail", 0},
}

// startEnvironment holds the environment variables of a started function, except its operation.
var startEnvironment = []string{
	"AWS_REGION=us-east-1", "AWS_ACCESS_KEY_ID=test", "AWS_SECRET_ACCESS_KEY=test",
	"SETTINGS_CACHE=10s", "TABLE_NAME=desk", "ATTACHMENTS_BUCKET=files", "COOKIE_SECURE=true",
	"MAIL_QUEUE_URL=http://localhost/queue", "MAIL_FROM=mesa@example.org", "SITE_URL=http://localhost", "ORIGIN_PROOF=off",
}

// binary returns the path of an artifact's binary in the build of `make up`.
func (b *bench) binary(name string) string {
	return filepath.Join(b.stack.Root, ".local", "build", "bin", name)
}

// measureStarts measures the time from the start of each artifact's process to its first poll of the runtime API. The bare
// function is started in the same rounds, so that other load on the machine affects all artifacts equally.
func measureStarts(ctx context.Context, b *bench) error {
	bare := b.binary("bare")
	compile := exec.CommandContext(ctx, "go", "build", "-trimpath", "-tags=lambda.norpc", "-ldflags=-s", "-o", bare, "./tools/bench/bare")
	compile.Dir, compile.Env = b.stack.Root, append(os.Environ(), "CGO_ENABLED=0")
	if out, err := compile.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	api, err := listen()
	if err != nil {
		return err
	}
	defer api.close()
	var bareDurations []time.Duration
	durations := make(map[wiring.Artifact][]time.Duration)
	for range startRuns {
		duration, err := api.start(ctx, bare, "")
		if err != nil {
			return fmt.Errorf("bare: %w", err)
		}
		bareDurations = append(bareDurations, duration)
		for _, c := range startCases {
			duration, err := api.start(ctx, b.binary(string(c.artifact)), c.operation)
			if err != nil {
				return fmt.Errorf("%s: %w", c.artifact, err)
			}
			durations[c.artifact] = append(durations[c.artifact], duration)
		}
	}
	group := "Function start, ms (median of " + number(startRuns) + ")"
	bareMS := milliseconds(median(bareDurations))
	b.compare(group, "a bare function", number(bareMS), "")
	for _, c := range startCases {
		ownMS := milliseconds(median(durations[c.artifact]))
		label := fmt.Sprintf("%s, as %s (%s × bare)", c.artifact, c.operation, number(ownMS/bareMS))
		if c.budget > 0 {
			b.check(group, label, ownMS, c.budget*bareMS)
		} else {
			b.compare(group, label, number(ownMS), "")
		}
	}
	return nil
}

// runtimeAPI is a fake of Lambda's runtime API. It records the time of a function's first poll and never delivers an event.
type runtimeAPI struct {
	listener net.Listener
	polled   chan time.Time
}

func listen() (*runtimeAPI, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	api := &runtimeAPI{listener: listener, polled: make(chan time.Time, 1)}
	go func() {
		_ = http.Serve(listener, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			select {
			case api.polled <- time.Now():
			default:
			}
			<-r.Context().Done() // never deliver an event
		}))
	}()
	return api, nil
}

func (a *runtimeAPI) close() { _ = a.listener.Close() }

// start runs a function until its first poll, and returns the duration.
func (a *runtimeAPI) start(ctx context.Context, binary, operation string) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	function := exec.CommandContext(ctx, binary)
	function.Env = append([]string{"AWS_LAMBDA_RUNTIME_API=" + a.listener.Addr().String(), "OPERATION=" + operation}, startEnvironment...)
	started := time.Now()
	if err := function.Start(); err != nil {
		return 0, err
	}
	defer func() {
		_ = function.Process.Kill()
		_ = function.Wait()
		select { // discard a late poll
		case <-a.polled:
		default:
		}
	}()
	select {
	case at := <-a.polled:
		return at.Sub(started), nil
	case <-ctx.Done():
		return 0, errors.New("it did not poll the runtime API")
	}
}

func median(all []time.Duration) time.Duration { return quantile(all, 0.5) }

// quantile returns the value below which a fraction of all values lies, or 0 if there are no values.
func quantile(all []time.Duration, fraction float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(len(sorted)-1, int(fraction*float64(len(sorted))))]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
