// Command admin operates a deployed desk: on AWS, the stack that -stack names, with the default credentials and region; without
// -stack, the running local stack.
//
//	admin help [COMMAND]
//	admin COMMAND [-stack NAME] [FLAGS]
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"

	"mesa/tools/deployment"
)

// command is a subcommand.
type command struct {
	name    string
	summary string
	// arguments is the synopsis of the arguments after the flags, or empty if there are none.
	arguments string
	details   string
	// register adds the flags of the command to a set. It returns the function that executes the command after the flags were
	// parsed.
	register func(*flag.FlagSet) execution
}

// execution executes a command on a stack.
type execution func(ctx context.Context, console console, stack deployment.Stack, arguments []string) error

// commands returns all commands, in the order of their use.
func commands() []command {
	return []command{
		initCommand(), deskCommand(), personCommand(), disableCommand(), publishCommand(), protectCommand(), redriveCommand(), doctorCommand(),
		reconcileCommand(), restoreCommand(),
	}
}

// errUsage reports arguments that are invalid. The reason is already printed.
var errUsage = errors.New("invalid arguments")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	console := console{in: bufio.NewReader(os.Stdin), out: os.Stdout}
	if input := int(os.Stdin.Fd()); term.IsTerminal(input) {
		console.readSecret = func() (string, error) {
			secret, err := term.ReadPassword(input)
			return string(secret), err
		}
		defer exitOnInterrupt(ctx, input)()
	}
	err := run(ctx, console, os.Args[1:])
	switch {
	case err == nil:
	case errors.Is(err, errUsage):
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "admin:", describe(err))
		os.Exit(1)
	}
}

// exitOnInterrupt restores the state of the terminal and exits when a signal cancels ctx, even while the process waits for
// input. It returns a function that cancels this.
func exitOnInterrupt(ctx context.Context, terminal int) (end func() bool) {
	before, err := term.GetState(terminal)
	return context.AfterFunc(ctx, func() {
		if err == nil {
			err = term.Restore(terminal, before)
		}
		fmt.Fprintln(os.Stderr, "\nadmin: interrupted")
		os.Exit(1)
	})
}

func run(ctx context.Context, console console, arguments []string) error {
	if len(arguments) == 0 || arguments[0] == "help" && len(arguments) == 1 {
		printOverview(console.out)
		return nil
	}
	name, rest := arguments[0], arguments[1:]
	if name == "help" {
		name, rest = rest[0], []string{"-help"}
	}
	for _, command := range commands() {
		if command.name == name {
			return command.run(ctx, console, rest)
		}
	}
	fmt.Fprintf(console.out, "admin has no command %q\n\n", name)
	printOverview(console.out)
	return errUsage
}

func printOverview(out io.Writer) {
	fmt.Fprint(out, "admin operates a deployed desk.\n\n")
	for _, command := range commands() {
		fmt.Fprintf(out, "  %-9s %s\n", command.name, command.summary)
	}
	fmt.Fprint(out, "\n`admin help COMMAND` describes the flags of a command. Without -stack, a command works on the running local stack.\n")
}

func (c command) run(ctx context.Context, console console, arguments []string) error {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(console.out)
	stackName := flags.String("stack", "", "the `name` of the CloudFormation stack on AWS; without it, the running local stack")
	execute := c.register(flags)
	flags.Usage = func() {
		fmt.Fprintf(console.out, "admin %s [FLAGS]%s\n\n%s. %s\n\n", c.name, c.arguments, c.summary, c.details)
		flags.PrintDefaults()
	}
	err := flags.Parse(arguments)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return nil
	case err != nil:
		return errUsage
	case flags.NArg() > 0 && c.arguments == "":
		fmt.Fprintf(console.out, "unexpected argument %q\n\n", flags.Arg(0))
		flags.Usage()
		return errUsage
	}
	stack, err := deployment.Find(ctx, *stackName)
	if err != nil {
		return err
	}
	return execute(ctx, console, stack, flags.Args())
}
