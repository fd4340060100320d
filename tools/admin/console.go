package main

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// console reads the operator's input and prints results.
type console struct {
	in  *bufio.Reader
	out io.Writer
	// readSecret reads a line without echo. It is nil if the input is not a terminal; then nothing is prompted for.
	readSecret func() (string, error)
}

func (c console) isTerminal() bool { return c.readSecret != nil }

func (c console) printf(format string, values ...any) { fmt.Fprintf(c.out, format, values...) }

// promptIfEmpty prompts for a value if no flag has set it and the input is a terminal.
func (c console) promptIfEmpty(value *string, label string) error {
	if *value != "" || !c.isTerminal() {
		return nil
	}
	c.printf("%s: ", label)
	line, err := c.in.ReadString('\n')
	*value = strings.TrimSpace(line)
	if errors.Is(err, io.EOF) && line != "" {
		return nil
	}
	return err
}

// newPassword prompts twice for a password, until both inputs are equal. If the input is not a terminal, it generates a password
// instead.
func (c console) newPassword() (password string, isGenerated bool, err error) {
	if !c.isTerminal() {
		return generatePassword(), true, nil
	}
	for {
		first, err := c.promptSecret("Password")
		if err != nil {
			return "", false, err
		}
		second, err := c.promptSecret("Password again")
		if err != nil || first == second {
			return first, false, err
		}
		c.printf("The passwords differ.\n")
	}
}

func (c console) promptSecret(label string) (string, error) {
	c.printf("%s: ", label)
	secret, err := c.readSecret()
	c.printf("\n")
	return secret, err
}

// generatePassword returns a random password of 100 bits, in groups that are easy to copy by hand.
func generatePassword() string {
	text := strings.ToLower(rand.Text())
	return strings.Join([]string{text[:5], text[5:10], text[10:15], text[15:20]}, "-")
}

// describe returns the text of an error. The fields of a fault follow, one per line.
func describe(err error) string {
	failure, ok := errors.AsType[*fault.Error](err)
	if !ok || len(failure.Fields) == 0 {
		return err.Error()
	}
	var text strings.Builder
	text.WriteString(locale.ProblemTitle(locale.English, string(failure.Kind)))
	for _, field := range failure.Fields {
		fmt.Fprintf(&text, "\n  %s: %s", field.Name, field.Message.In(locale.English))
	}
	return text.String()
}
