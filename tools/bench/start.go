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
	// startsEach is how often each function is started; the median counts.
	startsEach = 15
	// startBudget is how much longer than the bare one a function may take (design 4).
	startBudget = 1.5
	startWithin = 10 * time.Second
)

// functionFolders are the functions' names.
func (b *bench) functionFolders() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(b.stack.Root, "functions"))
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

// binary is a function as `make up` built it.
func (b *bench) binary(name string) string {
	return filepath.Join(b.stack.Root, ".local", "build", "bin", name)
}

// starts measures, for every function, from the start of its process to its first poll of the runtime API. The bare one takes
// its turn among them, so that what else the machine does befalls all alike.
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
	took := make(map[string][]time.Duration)
	for range startsEach {
		for _, name := range append([]string{"bare"}, names...) {
			one, err := api.start(ctx, b.binary(name))
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			took[name] = append(took[name], one)
		}
	}
	least := milliseconds(median(took["bare"]))
	b.note("Function start, ms (median of "+number(startsEach)+")", "a bare function", number(least), "")
	for _, name := range names {
		own := milliseconds(median(took[name]))
		b.within("Function start, ms (median of "+number(startsEach)+")", fmt.Sprintf("%s (%s × bare)", name, number(own/least)), own, startBudget*least)
	}
	return nil
}

// runtimeAPI is Lambda's, as far as a function's first poll.
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
			<-r.Context().Done() // there is never anything to do
		}))
	}()
	return api, nil
}

func (a *runtimeAPI) close() { _ = a.listener.Close() }

// start runs a function until it asks for work.
func (a *runtimeAPI) start(ctx context.Context, binary string) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	function := exec.CommandContext(ctx, binary)
	function.Env = []string{
		"AWS_LAMBDA_RUNTIME_API=" + a.listener.Addr().String(), "AWS_REGION=us-east-1", "AWS_ACCESS_KEY_ID=test", "AWS_SECRET_ACCESS_KEY=test",
		"TABLE_NAME=desk", "ATTACHMENTS_BUCKET=files", "COOKIE_SECURE=true", "MAIL_QUEUE_URL=http://localhost/queue", "MAIL_FROM=mesa@example.org",
		"SITE_URL=http://localhost", "ORIGIN_PROOF=proof",
	}
	began := time.Now()
	if err := function.Start(); err != nil {
		return 0, err
	}
	defer func() {
		_ = function.Process.Kill()
		_ = function.Wait()
		select { // a poll that came late is nobody's
		case <-a.polled:
		default:
		}
	}()
	select {
	case at := <-a.polled:
		return at.Sub(began), nil
	case <-ctx.Done():
		return 0, errors.New("it never asked for work")
	}
}

func median(all []time.Duration) time.Duration { return quantile(all, 0.5) }

// quantile is the value that so many parts of one of all are not above.
func quantile(all []time.Duration, part float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
