package ticket_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"mesa/shared/domain/ticket"
)

var pnt = ticket.Numbering{Prefix: "PNT", Width: 6}

func TestFormatAndParse(t *testing.T) {
	for n, want := range map[int64]ticket.Number{1: "PNT000001", 3445: "PNT003445", 999999: "PNT999999", 1000000: "PNT1000000"} {
		if got := pnt.Format(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	for _, number := range []ticket.Number{"", "PNT", "PNT3445", "pnt003445", "PNT0000001", "PNT-00001", "XYZ003445", "PNT00344a"} {
		if n, ok := pnt.Parse(number); ok {
			t.Errorf("%q was parsed as %d", number, n)
		}
	}
	if got := (ticket.Numbering{}).Format(3445); got != "T003445" {
		t.Errorf("with the zero Numbering: %s", got)
	}
}

func TestParseReversesFormat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbering := ticket.Numbering{Prefix: rapid.StringMatching(`[A-Z]{1,5}`).Draw(t, "prefix"), Width: rapid.IntRange(1, 9).Draw(t, "width")}
		n := rapid.Int64Range(0, 1<<40).Draw(t, "n")
		if parsed, ok := numbering.Parse(numbering.Format(n)); !ok || parsed != n {
			t.Fatalf("%d was parsed as %d, %v", n, parsed, ok)
		}
		if len(numbering.Format(n)) > len(numbering.Format(n+1)) {
			t.Fatalf("%s is longer than its successor", numbering.Format(n))
		}
	})
}

// TestFindInput checks the cases of testdata/typed-numbers.json, which the tests of the pages check as well.
func TestFindInput(t *testing.T) {
	content, err := os.ReadFile("testdata/typed-numbers.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Prefix, Text string
		Numbers      []int64
	}
	if err := json.Unmarshal(content, &cases); err != nil || len(cases) == 0 {
		t.Fatal(err)
	}
	for _, c := range cases {
		numbering := ticket.Numbering{Prefix: c.Prefix, Width: 6}
		if diff := cmp.Diff(c.Numbers, numbering.FindInput(c.Text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q: %s", c.Text, diff)
		}
		n, ok := numbering.ParseInput(c.Text)
		if ok != (len(c.Numbers) == 1) || ok && n != c.Numbers[0] {
			t.Errorf("%q: the only number is %d, %v", c.Text, n, ok)
		}
	}
}

func TestParseInputAcceptsEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbering := ticket.Numbering{Prefix: rapid.SampledFrom([]string{"", "PNT", "MESA-", "T"}).Draw(t, "prefix"), Width: rapid.IntRange(0, 9).Draw(t, "width")}
		n := rapid.Int64Range(1, 999999999).Draw(t, "n")
		full := string(numbering.Format(n))
		for _, text := range []string{full, strings.ToLower(full), fmt.Sprint(n), fmt.Sprintf("%07d", n), "#" + full, " " + full + " ", "[" + full + "] Re: error", "Ticket #" + full, full + ".", "Sobre el " + full + ", gracias"} {
			if got, ok := numbering.ParseInput(text); !ok || got != n {
				t.Fatalf("%q: %d, %v", text, got, ok)
			}
		}
	})
}
