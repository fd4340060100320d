package ticket_test

import (
	"fmt"
	"strings"
	"testing"

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

func TestParseInput(t *testing.T) {
	for text, want := range map[string]int64{
		"PNT003445": 3445, "pnt3445": 3445, "003445": 3445, "3445": 3445, "#3445": 3445, "#PNT003445": 3445, " Pnt 3445 ": 3445,
		"pnt-003445": 3445, "PNT #3445": 3445, "PNT1000000": 1000000,
		"": 0, "PNT": 0, "0": 0, "000000": 0, "#": 0, "PNT003445x": 0, "3445 error": 0, "330031824000123": 0, "-5": 0, "+5": 0, "3.5": 0, "٣": 0,
	} {
		if got, ok := pnt.ParseInput(text); got != want || ok != (want != 0) {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestParseInputAcceptsEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbering := ticket.Numbering{Prefix: rapid.SampledFrom([]string{"", "PNT", "MESA-", "T"}).Draw(t, "prefix"), Width: rapid.IntRange(0, 9).Draw(t, "width")}
		n := rapid.Int64Range(1, 999999999).Draw(t, "n")
		full := string(numbering.Format(n))
		for _, text := range []string{full, strings.ToLower(full), fmt.Sprint(n), fmt.Sprintf("%07d", n), "#" + full, " " + full + " "} {
			if got, ok := numbering.ParseInput(text); !ok || got != n {
				t.Fatalf("%q: %d, %v", text, got, ok)
			}
		}
	})
}
