// Command stack brings the whole desk up on this machine: an emulator of AWS, the templates that deploy to AWS deployed to it,
// the pages, the demo's data, and in front one address for pages and API and one for the mail that was sent.
//
//	stack run|up|down|reset|deploy|logs|tools
//
// Ports and the data's folder are settings, so that tests have a stack of their own beside a developer's.
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
	"run":    run,
	"up":     up,
	"down":   down,
	"reset":  reset,
	"deploy": deployChanged,
	"logs":   followLogs,
	"tools":  installTools,
	"front":  front, // not for people: up starts it
}

func main() {
	if len(os.Args) != 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: stack run|up|down|reset|deploy|logs|tools")
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

// run is up, then down on Ctrl-C.
func run(ctx context.Context, set settings) error {
	if err := up(ctx, set); err != nil {
		return err
	}
	fmt.Println("\nCtrl-C stops it and keeps the data.")
	<-ctx.Done()
	fmt.Println()
	return down(context.WithoutCancel(ctx), set)
}

// reset stops the stack and forgets all that it kept.
func reset(ctx context.Context, set settings) error {
	if err := down(ctx, set); err != nil {
		return err
	}
	return os.RemoveAll(set.state())
}
