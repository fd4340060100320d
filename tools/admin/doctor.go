package main

import (
	"context"
	"flag"
	"fmt"

	"mesa/tools/deployment"
)

func doctorCommand() command {
	return command{
		name: "doctor", summary: "Check the stack, and print what to do about each problem",
		details: "Its exit code is 1 if something is wrong. A check that the local emulator cannot do is shown as not checked.",
		register: func(*flag.FlagSet) execution {
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				return diagnose(ctx, console, stack, healthChecks())
			}
		},
	}
}

// healthCheck checks one part of a stack.
type healthCheck struct {
	name string
	// notLocally is the reason why the local stack cannot be checked, or empty if it can.
	notLocally string
	check      func(ctx context.Context, stack deployment.Stack) (verdict, error)
}

// verdict is the result of a check. The part is healthy if there are no problems.
type verdict struct {
	// state describes a healthy part.
	state    string
	problems []problem
}

// problem is a defect of the part, with advice for the operator.
type problem struct{ what, advice string }

func (v *verdict) addf(advice, format string, values ...any) {
	v.problems = append(v.problems, problem{fmt.Sprintf(format, values...), advice})
}

// diagnose executes the checks and prints their results. It returns an error if there are problems.
func diagnose(ctx context.Context, console console, stack deployment.Stack, checks []healthCheck) error {
	problems, unchecked := 0, 0
	for _, check := range checks {
		if stack.IsLocal && check.notLocally != "" {
			console.printf("not checked  %-18s %s\n", check.name, check.notLocally)
			unchecked++
			continue
		}
		found, err := check.check(ctx, stack)
		if err != nil {
			found.addf("This check could not be done. If access is denied, use credentials that may read the resources of the stack. Otherwise run the command again.", "%v", err)
		}
		if len(found.problems) == 0 {
			console.printf("ok           %-18s %s\n", check.name, found.state)
		}
		for _, problem := range found.problems {
			console.printf("WRONG        %-18s %s\n%32s%s\n", check.name, problem.what, "", problem.advice)
		}
		problems += len(found.problems)
	}
	if problems > 0 {
		return fmt.Errorf("problems found: %d. What to do is written below each", problems)
	}
	console.printf("\nNothing is wrong. Checks that only AWS allows: %d\n", unchecked)
	return nil
}
