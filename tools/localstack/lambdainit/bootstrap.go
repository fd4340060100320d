package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"
)

// outputDelay is the time in which the last line that a function writes before its response passes through the pipe.
const outputDelay = 2 * time.Millisecond

// restartPause is the time between two starts of the program. Without it, a program that ends at once would use a whole core.
const restartPause = 100 * time.Millisecond

// supervise runs the function's program, and starts it again whenever it ends. If it ends before it is ready, the container
// ends.
func (c *container) supervise() {
	for {
		ended := failure("Runtime.ExitError", fmt.Sprintf("Error: Runtime exited: %v", c.runBootstrap()))
		c.ready.Do(func() {
			c.report("/status/"+c.id+"/error", ended.body)
			os.Exit(1)
		})
		c.finish("", ended)
		time.Sleep(restartPause)
	}
}

// runBootstrap runs the function's program until it ends.
func (c *container) runBootstrap() error {
	command := exec.Command("/var/task/bootstrap")
	command.Dir, command.Stdout, command.Stderr = "/var/task", &c.output, &c.output
	command.Env = append(os.Environ(), "AWS_LAMBDA_RUNTIME_API="+runtimeAddress)
	if err := command.Start(); err != nil {
		return err
	}
	c.lock.Lock()
	c.kill = func() { _ = command.Process.Kill() }
	c.lock.Unlock()
	return command.Wait()
}

// output collects the lines of a function's log.
type output struct {
	lock sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(text []byte) (int, error) {
	o.lock.Lock()
	defer o.lock.Unlock()
	return o.text.Write(text)
}

func (o *output) printf(format string, values ...any) { fmt.Fprintf(o, format, values...) }

// take returns the collected text and deletes it.
func (o *output) take() string {
	o.lock.Lock()
	defer o.lock.Unlock()
	defer o.text.Reset()
	return o.text.String()
}
