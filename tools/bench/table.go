package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"
)

// row is one measurement. budget is the budget or a value to compare with. over is set if the budget is exceeded.
type row struct {
	group, label, measured, budget string
	over                           bool
}

type table []row

// check adds a measurement that has a budget.
func (b *bench) check(group, label string, value, budget float64) {
	b.table = append(b.table, row{group, label, number(value), "≤ " + number(budget), value > budget})
}

// compare adds a measurement without a budget, with a value for comparison, which may be "".
func (b *bench) compare(group, label, measured, reference string) {
	b.table = append(b.table, row{group, label, measured, reference, false})
}

// number formats a value with about three significant digits.
func number(value float64) string {
	switch {
	case value == float64(int64(value)) || value >= 100:
		return fmt.Sprintf("%.0f", value)
	case value >= 10:
		return fmt.Sprintf("%.1f", value)
	case value < 0.01:
		return fmt.Sprintf("%.4f", value)
	default:
		return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", value), "0"), ".")
	}
}

func (r row) mark() string {
	if r.over {
		return "OVER"
	}
	return ""
}

// text returns the table as plain text for a terminal.
func (t table) text() string {
	var out bytes.Buffer
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	group := ""
	for _, r := range t {
		if r.group != group {
			group = r.group
			fmt.Fprintf(w, "\n%s\n", group)
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", r.label, r.measured, r.budget, r.mark())
	}
	_ = w.Flush() // writes to a buffer never fail
	over := 0
	for _, r := range t {
		if r.over {
			over++
		}
	}
	fmt.Fprintf(&out, "\n%d measurements, %d over budget\n", len(t), over)
	return out.String()
}

// document returns the content of docs/benchmarks.md.
func (b *bench) document() string {
	var out strings.Builder
	fmt.Fprintf(&out, `# Benchmarks

The output of %s on %s, on %s. It took %s. Times depend on this machine and on the emulator, which is slower than AWS. Counts and
sizes are the same on every machine, and tests assert their budgets (section Q of [product.md](product.md)). If the load exceeds the
number of cores, other programs were running, and times can only be compared with each other.
`, "`make bench`", time.Now().UTC().Format("2 January 2006"), machine(), time.Since(b.started).Round(time.Second))
	group := ""
	for _, r := range b.table {
		if r.group != group {
			group = r.group
			fmt.Fprintf(&out, "\n## %s\n\n| what | measured | budget or comparison | |\n|---|---|---|---|\n", group)
		}
		fmt.Fprintf(&out, "| %s | %s | %s | %s |\n", r.label, r.measured, r.budget, r.mark())
	}
	return out.String()
}

// machine describes the machine: cores, processor, system, Go version and load.
func machine() string {
	model := "an unknown processor"
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(info)) {
			if name, found := strings.CutPrefix(line, "model name"); found {
				model = strings.TrimSpace(strings.TrimLeft(name, "\t :"))
				break
			}
		}
	}
	load := ""
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		load = ", load " + strings.Fields(string(text))[0]
	}
	return fmt.Sprintf("%d cores of %s (%s, %s%s)", runtime.NumCPU(), model, runtime.GOOS, runtime.Version(), load)
}
