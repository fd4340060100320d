// Command stack runs the whole product on this machine. It starts an AWS emulator, deploys the same templates as to AWS,
// uploads the pages and loads the demo. It serves pages and API under one address, and the sent mails under another.
//
//	stack run|up|down|reset|deploy|package|logs|sam-local|sam-invoke|tools
//
// The ports and the data folder are settings, so that tests can run a separate stack beside a developer's.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

var commands = map[string]func(context.Context, settings) error{
	"run":        run,
	"up":         up,
	"down":       down,
	"reset":      reset,
	"deploy":     onRunning(deployChanged),
	"package":    packageForAWS,
	"logs":       followLogs,
	"sam-local":  onRunning(serveThroughSAM),
	"sam-invoke": onRunning(invokeThroughSAM),
	"tools":      installTools,
	"front":      front, // internal: started by up
}

func main() {
	if len(os.Args) != 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: stack run|up|down|reset|deploy|package|logs|sam-local|sam-invoke|tools")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	set, err := readSettings()
	if err == nil {
		err = commands[os.Args[1]](ctx, set)
	}
	if err == nil {
		return
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	fmt.Fprintln(os.Stderr, "stack:", err)
	os.Exit(1)
}

// run starts the stack and stops it on Ctrl-C.
func run(ctx context.Context, set settings) error {
	if err := up(ctx, set); err != nil {
		return err
	}
	fmt.Println("\nCtrl-C stops it and keeps the data.")
	<-ctx.Done()
	fmt.Println()
	return down(context.WithoutCancel(ctx), set)
}

// reset stops the stack and deletes its state.
func reset(ctx context.Context, set settings) error {
	if err := down(ctx, set); err != nil {
		return err
	}
	return os.RemoveAll(set.state())
}
