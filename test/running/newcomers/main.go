// Command newcomers adds requesters to the running stack and prints their credentials as JSON. Usage: newcomers 40
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"

	"mesa/test/running"
	"mesa/tools/stackfile"
)

func main() {
	if err := add(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func add(ctx context.Context, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: newcomers <count>, not %q", args)
	}
	count, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	stack, err := running.Open()
	if err != nil {
		return err
	}
	if err := stack.DeleteLimits(ctx); err != nil { // earlier tests may have used them up
		return err
	}
	all := make([]stackfile.Credentials, count)
	for i := range all {
		if _, all[i], err = stack.AddPerson(ctx); err != nil {
			return err
		}
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}
