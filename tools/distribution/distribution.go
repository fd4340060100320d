// Package distribution serves the pages and the API like the CloudFront distribution of infra/site.yaml, for engines without
// CloudFront and for `sam local`. It runs the distribution's functions and adds its headers, both as the template defines them.
// It does not cache.
package distribution

import (
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
)

// Origins holds the origins of the pages and the API.
type Origins struct {
	// Pages is the URL of the bucket of the pages.
	Pages string
	// API is the URL of the stage of the API.
	API string
	// Proof is the secret that proves to the API that a request came through the distribution.
	Proof string
	// Attachments is the origin of the bucket to which pages upload files.
	Attachments string
}

// forwarded lists the headers of a request that are sent to the bucket. Other headers, such as cookies, are only sent to the
// API.
var forwarded = []string{"Accept-Encoding", "If-Modified-Since", "If-None-Match", "Range"}

// New returns the distribution of a template, which is infra/site.yaml.
func New(template []byte, origins Origins) (http.Handler, error) {
	read, err := parse(template, origins.Attachments)
	if err != nil {
		return nil, err
	}
	bucket, err := url.Parse(origins.Pages)
	if err != nil {
		return nil, err
	}
	api, err := url.Parse(origins.API)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	pages := read.behavior("PagePaths", "PageStatus", "PageHeaders", func(r *httputil.ProxyRequest, path string) {
		r.Out.URL = bucket.JoinPath(path)
		r.Out.Host, r.Out.Header = "", http.Header{}
		for _, name := range forwarded {
			if value := r.In.Header.Get(name); value != "" {
				r.Out.Header.Set(name, value)
			}
		}
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "the pages can only be read", http.StatusForbidden)
			return
		}
		pages.ServeHTTP(w, r)
	})
	mux.Handle("/api/", read.behavior("ViewerAddress", "", "ApiHeaders", func(r *httputil.ProxyRequest, _ string) {
		r.SetURL(api)
		r.Out.Header.Set("X-Origin-Proof", origins.Proof)
	}))
	return mux, nil
}

// behavior returns a handler that runs a function of the template on a request, sends the request to the origin that send sets,
// adds the headers of a policy of the template to the response, and runs the function onResponse on it, unless the name is empty.
// CloudFront runs no function on a response with a status of 400 or more.
func (s site) behavior(onRequest, onResponse, policy string, send func(r *httputil.ProxyRequest, path string)) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			changed := s.functions[onRequest].call(viewerRequest(r.In))
			send(r, changed.path)
			for name, value := range changed.headers {
				r.Out.Header.Set(name, value)
			}
		},
		ModifyResponse: func(response *http.Response) error {
			for name, value := range s.headers[policy] {
				response.Header.Set(name, value)
			}
			if onResponse != "" && response.StatusCode < http.StatusBadRequest {
				response.StatusCode = s.functions[onResponse].statusOf(response)
			}
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, "The origin does not respond: "+err.Error(), http.StatusBadGateway)
		},
	}
}

// viewerRequest returns the values of a request that the functions read.
func viewerRequest(r *http.Request) request {
	address, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		address = r.RemoteAddr
	}
	path := r.URL.EscapedPath()
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return request{address: address, path: path, headers: map[string]string{"host": r.Host}}
}
