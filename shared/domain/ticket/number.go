// Package ticket has the rules of a ticket's life: what may be done to it, by whom, and when it is due. Every act is a function of
// the ticket that was read; it returns the resulting ticket and the one entry that records the act (D7). The package does no I/O.
package ticket

import (
	"fmt"
	"strconv"
	"strings"
)

// Number names a ticket to people, such as T003445 (B9).
type Number string

// Numbering is the form of a desk's numbers (B9). The zero value is "T" and six digits.
type Numbering struct {
	Prefix string
	Width  int
}

// Format returns the n-th number, zero-padded to the width; larger ones grow (T1000000).
func (f Numbering) Format(n int64) Number {
	f = f.orDefault()
	return Number(fmt.Sprintf("%s%0*d", f.Prefix, f.Width, n))
}

// Parse returns n of a number in exactly the form that Format gives.
func (f Numbering) Parse(number Number) (int64, bool) {
	f = f.orDefault()
	if len(number) <= len(f.Prefix) || string(number[:len(f.Prefix)]) != f.Prefix {
		return 0, false
	}
	n, err := strconv.ParseInt(string(number[len(f.Prefix):]), 10, 64)
	if err != nil || n < 0 || f.Format(n) != number {
		return 0, false
	}
	return n, true
}

// maxDigits of a number that people write; what is longer is a folio number.
const maxDigits = 9

// Read returns n of a number in any form that people write (C2): T003445, t3445, 003445, 3445, #3445, T-3445.
// False when it is none.
func (f Numbering) Read(written string) (int64, bool) {
	f = f.orDefault()
	rest := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(written), "#"))
	if len(rest) >= len(f.Prefix) && strings.EqualFold(rest[:len(f.Prefix)], f.Prefix) {
		rest = strings.TrimLeft(rest[len(f.Prefix):], " -#")
	}
	digits := strings.TrimLeft(rest, "0")
	if digits == "" || len(digits) > maxDigits || len(rest) > 2*maxDigits {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, 10, 63)
	if err != nil {
		return 0, false
	}
	return int64(n), true
}

func (f Numbering) orDefault() Numbering {
	if f.Prefix == "" {
		f.Prefix = "T"
	}
	if f.Width == 0 {
		f.Width = 6
	}
	return f
}
