// Package ticket implements the rules of a ticket's life: which acts are allowed, who may perform them, and when a ticket is
// due. Every act is a function of the ticket that was read. It returns the resulting ticket and one entry, which records the
// act (D7). The package does no I/O.
package ticket

import (
	"fmt"
	"strconv"
	"strings"
)

// Number is the public identifier of a ticket, such as T003445 (B9).
type Number string

// Numbering is the format of a desk's ticket numbers (B9). The zero value is the prefix "T" and six digits.
type Numbering struct {
	Prefix string
	Width  int
}

// Format returns the n-th number, zero-padded to the width. Larger numbers have more digits (T1000000).
func (f Numbering) Format(n int64) Number {
	f = f.withDefaults()
	return Number(fmt.Sprintf("%s%0*d", f.Prefix, f.Width, n))
}

// Parse returns the n for which Format returns exactly this number, and false if there is none.
func (f Numbering) Parse(number Number) (int64, bool) {
	f = f.withDefaults()
	if len(number) <= len(f.Prefix) || string(number[:len(f.Prefix)]) != f.Prefix {
		return 0, false
	}
	n, err := strconv.ParseInt(string(number[len(f.Prefix):]), 10, 64)
	if err != nil || n < 0 || f.Format(n) != number {
		return 0, false
	}
	return n, true
}

// maxDigits is the maximum number of digits of a ticket number that people type. Longer numbers identify something else, such
// as a folio.
const maxDigits = 9

// ParseInput returns n of a ticket number in any form in which people write it (C2): T003445, t3445, 003445, 3445, #3445,
// T-3445. It returns false if the text is not a ticket number.
func (f Numbering) ParseInput(text string) (int64, bool) {
	f = f.withDefaults()
	rest := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(text), "#"))
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

func (f Numbering) withDefaults() Numbering {
	if f.Prefix == "" {
		f.Prefix = "T"
	}
	if f.Width == 0 {
		f.Width = 6
	}
	return f
}
