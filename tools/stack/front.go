package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"time"

	"golang.org/x/sync/errgroup"
)

// viewerVariable is the environment variable with the host under which the emulator's CloudFront serves the site.
const viewerVariable = "MESA_VIEWER_HOST"

// startFront starts the process of `stack front`. If it is already running, it is restarted, because the host may have changed.
func (s settings) startFront(ctx context.Context, deployed outputs) error {
	p := s.frontProcess()
	if err := stopProcess(p); err != nil {
		return err
	}
	if err := errors.Join(checkPort(s.sitePort, "MESA_PORT"), checkPort(s.mailboxPort, "MESA_MAILBOX_PORT")); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	command := exec.Command(self, "front")
	command.Dir = s.root
	command.Env = append(os.Environ(), viewerVariable+"="+deployed["DistributionHost"])
	if err := p.start(command); err != nil {
		return err
	}
	if err := wait(ctx, time.Minute, p.running, func(ctx context.Context) error { return responds(ctx, s.mailbox()) }); err != nil {
		return p.withLog(err)
	}
	return nil
}

// front serves the site and the mailbox until it is stopped. The emulator selects a CloudFront distribution by a host name that
// does not resolve on this machine. So the front is a reverse proxy that sends this name in the Host header.
func front(ctx context.Context, set settings) error {
	viewer := os.Getenv(viewerVariable)
	if viewer == "" {
		return errors.New("`stack up` starts the front")
	}
	emulator, err := url.Parse(set.aws())
	if err != nil {
		return err
	}
	site := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(emulator)
			r.Out.Host = viewer
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, "The emulator does not respond: "+err.Error(), http.StatusBadGateway)
		},
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return serve(ctx, set.sitePort, site) })
	group.Go(func() error { return serve(ctx, set.mailboxPort, mailboxOf(set.engine())) })
	return group.Wait()
}

// serve listens on this machine's loopback address only, until the context ends.
func serve(ctx context.Context, port int, handler http.Handler) error {
	server := &http.Server{Addr: fmt.Sprintf("127.0.0.1:%d", port), Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	server.BaseContext = func(net.Listener) context.Context { return context.WithoutCancel(ctx) }
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
