// Command lambdainit runs a function in a container of LocalStack. It replaces LocalStack's own program for this purpose on
// machines that cannot download it (tools/localstack/host.py).
//
// LocalStack copies it into each container and starts it. It starts the function's bootstrap, receives invocations from
// LocalStack at POST /invoke, passes them to the function by the Lambda Runtime API, and reports logs and results to
// LocalStack.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

// runtimeAddress is the address of the Lambda Runtime API in the container.
const runtimeAddress = "127.0.0.1:9001"

func main() {
	seconds, err := strconv.Atoi(os.Getenv("AWS_LAMBDA_FUNCTION_TIMEOUT"))
	if err != nil {
		log.Fatal(err)
	}
	c := &container{
		localStack: os.Getenv("LOCALSTACK_RUNTIME_ENDPOINT"), id: os.Getenv("LOCALSTACK_RUNTIME_ID"),
		timeout: time.Duration(seconds) * time.Second, invocations: make(chan *invocation),
	}
	go func() { log.Fatal(http.ListenAndServe(runtimeAddress, c.runtimeAPI())) }()
	go c.supervise()
	http.HandleFunc("POST /invoke", c.invoke)
	log.Fatal(http.ListenAndServe(":"+cmp.Or(os.Getenv("LOCALSTACK_INTEROP_PORT"), "9563"), nil))
}

// invoke accepts an invocation. LocalStack receives the result in a separate request.
func (c *container) invoke(w http.ResponseWriter, r *http.Request) {
	call := &invocation{done: make(chan result, 1)}
	if err := json.NewDecoder(r.Body).Decode(call); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	go c.process(call)
}

// process passes an invocation to the function, waits for its result until the function's timeout, and reports it to
// LocalStack.
func (c *container) process(call *invocation) {
	started := time.Now()
	c.output.printf("START RequestId: %s Version: %s\n", call.ID, os.Getenv("AWS_LAMBDA_FUNCTION_VERSION"))
	call.deadline = started.Add(c.timeout)
	expired := time.After(c.timeout)
	var got result
	select {
	case c.invocations <- call:
		select {
		case got = <-call.done:
		case <-expired:
			got = c.stop(call)
		}
	case <-expired:
		got = c.stop(call)
	}
	time.Sleep(outputDelay)
	milliseconds := float64(time.Since(started).Microseconds()) / 1000
	c.output.printf("END RequestId: %s\nREPORT RequestId: %s\tDuration: %.2f ms\tMemory Size: %s MB\n",
		call.ID, call.ID, milliseconds, os.Getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"))
	logs, err := json.Marshal(map[string]string{"logs": c.output.take()})
	if err != nil {
		log.Print(err)
	}
	c.report("/invocations/"+call.ID+"/logs", logs)
	c.report("/invocations/"+call.ID+"/"+got.kind(), got.body)
}

// report sends a message to LocalStack.
func (c *container) report(path string, body []byte) {
	response, err := http.Post(c.localStack+path, "application/json", bytes.NewReader(body))
	if err != nil {
		log.Printf("report %s: %v", path, err)
		return
	}
	_ = response.Body.Close()
}
