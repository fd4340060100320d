package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// invocation is a call of the function, as LocalStack sends it.
type invocation struct {
	ID      string `json:"invoke-id"`
	ARN     string `json:"invoked-function-arn"`
	Payload string `json:"payload"`
	Trace   string `json:"trace-id"`

	deadline time.Time
	// done receives the result. It has room for one value.
	done chan result
}

// result is the response of the function, or the description of an error.
type result struct {
	body   []byte
	failed bool
}

// kind returns the last part of the path at which LocalStack receives a result.
func (r result) kind() string {
	if r.failed {
		return "error"
	}
	return "response"
}

// failure returns the result of an invocation that the function did not respond to.
func failure(kind, message string) result {
	body, _ := json.Marshal(map[string]string{"errorType": kind, "errorMessage": message}) // strings can always be encoded
	return result{body, true}
}

// container is the function's environment. It processes one invocation at a time, as in AWS.
type container struct {
	// localStack is the URL at which LocalStack receives reports, and id identifies this container in them.
	localStack, id string
	timeout        time.Duration
	invocations    chan *invocation
	output         output

	ready sync.Once
	lock  sync.Mutex
	// current is the invocation that the function is processing, or nil.
	current *invocation
	// kill ends the function's process.
	kill func()
}

// runtimeAPI serves the Lambda Runtime API.
func (c *container) runtimeAPI() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /2018-06-01/runtime/invocation/next", c.next)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/response", func(w http.ResponseWriter, r *http.Request) { c.accept(w, r, false) })
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/error", func(w http.ResponseWriter, r *http.Request) { c.accept(w, r, true) })
	return mux
}

// next responds with the next invocation. The first request shows that the function has started.
func (c *container) next(w http.ResponseWriter, r *http.Request) {
	c.ready.Do(func() { go c.report("/status/"+c.id+"/ready", nil) })
	select {
	case <-r.Context().Done():
	case call := <-c.invocations:
		c.lock.Lock()
		c.current = call
		c.lock.Unlock()
		header := w.Header()
		header.Set("Content-Type", "application/json")
		header.Set("Lambda-Runtime-Aws-Request-Id", call.ID)
		header.Set("Lambda-Runtime-Invoked-Function-Arn", call.ARN)
		header.Set("Lambda-Runtime-Trace-Id", call.Trace)
		header.Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(call.deadline.UnixMilli(), 10))
		_, _ = io.WriteString(w, call.Payload)
	}
}

// accept receives the function's response to the current invocation.
func (c *container) accept(w http.ResponseWriter, r *http.Request, failed bool) {
	body, err := io.ReadAll(r.Body)
	if err != nil || !c.finish(r.PathValue("id"), result{body, failed}) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// finish ends the current invocation with a result. An empty id means any invocation. It returns false if the current
// invocation has another id, or if there is none.
func (c *container) finish(id string, got result) bool {
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.current == nil || id != "" && c.current.ID != id {
		return false
	}
	c.current.done <- got
	c.current = nil
	return true
}

// stop ends the function's process, because an invocation did not end in time.
func (c *container) stop(call *invocation) result {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.current = nil
	c.kill()
	return failure("Sandbox.Timedout", fmt.Sprintf("RequestId: %s Error: Task timed out after %.2f seconds", call.ID, c.timeout.Seconds()))
}
