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
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"mesa/tools/distribution"
	"mesa/tools/stackfile"
)

// startFront starts the process of `stack front`. If it is already running, it is restarted, because the stack may have changed.
func (s settings) startFront(ctx context.Context) error {
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
	if err := p.start(command); err != nil {
		return err
	}
	if err := wait(ctx, time.Minute, p.running, func(ctx context.Context) error { return responds(ctx, s.mailbox()) }); err != nil {
		return p.withLog(err)
	}
	return nil
}

// front serves the site and the mailbox until it is stopped.
func front(ctx context.Context, set settings) error {
	deployed, err := set.stackOutputs(ctx, stackName)
	if err != nil {
		return err
	}
	if deployed == nil {
		return errors.New("no stack is deployed: `stack up` starts the front")
	}
	site, err := set.siteHandler(deployed)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return serve(ctx, loopback(set.sitePort), site) })
	group.Go(func() error { return serve(ctx, loopback(set.mailboxPort), mailboxOf(set.engine())) })
	return group.Wait()
}

// siteHandler serves the site: by the engine's CloudFront, or by a distribution of this process if the stack has none.
func (s settings) siteHandler(deployed outputs) (http.Handler, error) {
	if host := deployed["DistributionHost"]; host != "" {
		engine, err := url.Parse(s.aws())
		return viewer(engine, host), err
	}
	attachments, err := s.engine().endpoint()
	if err != nil {
		return nil, err
	}
	return s.distribution(deployed, stackfile.Gateway(s.aws(), deployed["ApiId"]), attachments)
}

// distribution returns the distribution of infra/site.yaml. It reads the pages from the engine, and sends requests to the API at a
// URL. Pages upload files to the origin attachments.
func (s settings) distribution(deployed outputs, api, attachments string) (http.Handler, error) {
	template, err := os.ReadFile(filepath.Join(s.root, "infra", "site.yaml"))
	if err != nil {
		return nil, err
	}
	return distribution.New(template, distribution.Origins{
		Pages: s.aws() + "/" + deployed["PagesBucket"], API: api, Attachments: attachments,
		Proof: deployed[stackID][strings.LastIndex(deployed[stackID], "/")+1:], // as template.yaml sets ORIGIN_PROOF
	})
}

// viewer returns a reverse proxy to the engine's CloudFront. The engine selects a distribution by a host name that does not resolve
// on this machine, so the proxy sends this name in the Host header, and in the Origin header if that is the requested host. So the
// API compares both as behind CloudFront, where no proxy renames the host. The proxy caches immutable files.
func viewer(engine *url.URL, host string) http.Handler {
	return &httputil.ReverseProxy{
		Transport: &edgeCache{origin: http.DefaultTransport},
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(engine)
			r.Out.Host = host
			if origin := r.In.Header.Get("Origin"); origin != "" {
				r.Out.Header.Set("Origin", renamed(origin, r.In.Host, host))
			}
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, "The engine does not respond: "+err.Error(), http.StatusBadGateway)
		},
	}
}

// renamed returns an origin with another host if its host is the requested host. An origin that already has the other host is from
// another site, so the result is "null".
func renamed(origin, requested, host string) string {
	parsed, err := url.Parse(origin)
	switch {
	case err != nil:
		return origin
	case parsed.Host == requested:
		parsed.Host = host
		return parsed.String()
	case parsed.Host == host:
		return "null"
	default:
		return origin
	}
}

// loopback returns the address of a port to which only this machine can connect.
func loopback(port int) string { return fmt.Sprintf("127.0.0.1:%d", port) }

// serve listens on an address until the context ends.
func serve(ctx context.Context, address string, handler http.Handler) error {
	server := &http.Server{Addr: address, Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	server.BaseContext = func(net.Listener) context.Context { return context.WithoutCancel(ctx) }
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
