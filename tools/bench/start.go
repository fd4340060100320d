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
)

const (
	// startRuns is how often each function is started; the median is reported.
	startRuns = 15
	// startBudget is the longest start, as a multiple of the bare function's (Q4).
	startBudget  = 1.5
	startTimeout = 10 * time.Second
)

// functionFolders returns the functions' names.
func (b *bench) functionFolders() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(b.stack.Root, "functions"))
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

// binary returns the path of a function's binary, as `make up` built it.
func (b *bench) binary(name string) string {
	return filepath.Join(b.stack.Root, ".local", "build", "bin", name)
}

// starts measures the time from the start of each function's process to its first poll of the runtime API. The bare function is
// started in the same rounds, so that other load on the machine affects all alike.
func starts(ctx context.Context, b *bench) error {
	names, err := b.functionFolders()
	if err != nil {
		return err
	}
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
	durations := make(map[string][]time.Duration)
	for range startRuns {
		for _, name := range append([]string{"bare"}, names...) {
			duration, err := api.start(ctx, b.binary(name))
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			durations[name] = append(durations[name], duration)
		}
	}
	bareMS := milliseconds(median(durations["bare"]))
	b.compare("Function start, ms (median of "+number(startRuns)+")", "a bare function", number(bareMS), "")
	for _, name := range names {
		ownMS := milliseconds(median(durations[name]))
		group, what := "Function start, ms (median of "+number(startRuns)+")", fmt.Sprintf("%s (%s × bare)", name, number(ownMS/bareMS))
		if name == "background" {
			b.compare(group, what, number(ownMS), "nobody waits for it: no budget")
			continue
		}
		b.check(group, what, ownMS, startBudget*bareMS)
	}
	return nil
}

// runtimeAPI is Lambda's runtime API up to a function's first poll.
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
			<-r.Context().Done() // no event ever comes
		}))
	}()
	return api, nil
}

func (a *runtimeAPI) close() { _ = a.listener.Close() }

// start runs a function until its first poll, and returns how long that took.
func (a *runtimeAPI) start(ctx context.Context, binary string) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	function := exec.CommandContext(ctx, binary)
	function.Env = []string{
		"AWS_LAMBDA_RUNTIME_API=" + a.listener.Addr().String(), "AWS_REGION=us-east-1", "AWS_ACCESS_KEY_ID=test", "AWS_SECRET_ACCESS_KEY=test",
		"TABLE_NAME=desk", "ATTACHMENTS_BUCKET=files", "COOKIE_SECURE=true", "MAIL_QUEUE_URL=http://localhost/queue", "MAIL_FROM=mesa@example.org",
		"SITE_URL=http://localhost", "ORIGIN_PROOF=proof",
	}
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

// quantile returns the value below which a fraction of all values lies, 0 without values.
func quantile(all []time.Duration, fraction float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(len(sorted)-1, int(fraction*float64(len(sorted))))]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
