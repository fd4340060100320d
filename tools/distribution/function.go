package distribution

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/dop251/goja"
)

// request is a request as a CloudFront function sees it.
type request struct {
	// address is the viewer's address.
	address, path string
	// headers maps lowercase names of headers to their values.
	headers map[string]string
}

// function is a CloudFront function. Its runtime executes one call at a time.
type function struct {
	lock    sync.Mutex
	runtime *goja.Runtime
	handler goja.Callable
}

// compile returns the function with a source. The source defines the JavaScript function handler.
func compile(source string) (*function, error) {
	runtime := goja.New()
	if _, err := runtime.RunString(source); err != nil {
		return nil, err
	}
	handler, ok := goja.AssertFunction(runtime.Get("handler"))
	if !ok {
		return nil, fmt.Errorf("the source does not define handler: %s", source)
	}
	return &function{runtime: runtime, handler: handler}, nil
}

// statusOf runs the function on a response and returns the status that it sets. It panics on an error, as call does.
func (f *function) statusOf(r *http.Response) int {
	f.lock.Lock()
	defer f.lock.Unlock()
	headers := map[string]any{}
	for name := range r.Header {
		headers[strings.ToLower(name)] = map[string]any{"value": r.Header.Get(name)}
	}
	response := map[string]any{"statusCode": r.StatusCode, "headers": headers}
	if _, err := f.handler(goja.Undefined(), f.runtime.ToValue(map[string]any{"response": response})); err != nil {
		panic(err)
	}
	return int(f.runtime.ToValue(response["statusCode"]).ToInteger())
}

// call runs the function on a request. It returns the path of the changed request, and the headers that were added or changed.
// The template's functions throw no errors, so call panics on an error.
func (f *function) call(r request) request {
	f.lock.Lock()
	defer f.lock.Unlock()
	headers := map[string]any{}
	for name, value := range r.headers {
		headers[name] = map[string]any{"value": value}
	}
	changed := map[string]any{"uri": r.path, "headers": headers}
	event := map[string]any{"viewer": map[string]any{"ip": r.address}, "request": changed}
	if _, err := f.handler(goja.Undefined(), f.runtime.ToValue(event)); err != nil {
		panic(err)
	}
	out := request{address: r.address, path: fmt.Sprint(changed["uri"]), headers: map[string]string{}}
	for name, header := range headers {
		if value := fmt.Sprint(header.(map[string]any)["value"]); value != r.headers[name] {
			out.headers[name] = value
		}
	}
	return out
}
