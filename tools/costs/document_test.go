package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mesa/tools/checkout"
)

func TestDocumentIsCurrent(t *testing.T) {
	root, err := checkout.Root()
	if err != nil {
		t.Fatal(err)
	}
	stored, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	if current, err := document(root); err != nil || current != string(stored) {
		t.Errorf("docs/costs.md is stale: run make gen (%v)", err)
	}
}

// TestEveryPriceIsUsed checks that each price has a source and a row, and that each quantity has a price.
func TestEveryPriceIsUsed(t *testing.T) {
	list := readPrices()
	used := quantities(readMeasured(), resources{}, 1, 1)
	for _, row := range rows {
		p, found := list.Prices[row.name]
		if !found || p.Per <= 0 || !strings.HasPrefix(p.Source, "https://aws.amazon.com/") {
			t.Errorf("%s has the price %+v", row.name, p)
		}
		if _, found := used[row.name]; !found {
			t.Errorf("no quantity of %s", row.name)
		}
	}
	for name := range list.Prices {
		if !slices.ContainsFunc(rows, func(r row) bool { return r.name == name }) {
			t.Errorf("%s is in no row", name)
		}
	}
	if len(used) != len(rows) {
		t.Errorf("%d quantities, but %d rows", len(used), len(rows))
	}
}

func TestChargedSubtractsFreeUnits(t *testing.T) {
	p := price{USD: 0.5, Per: 10, Free: 100}
	for units, want := range map[float64]float64{50: 0, 100: 0, 120: 1} {
		if got := p.charged(units); got != want {
			t.Errorf("%g units cost %g, want %g", units, got, want)
		}
	}
}

// TestPagesOfVisitsAreMeasured checks that each page has visits and measured calls.
func TestPagesOfVisitsAreMeasured(t *testing.T) {
	pages := readMeasured().Pages
	for _, visit := range visits {
		if len(pages[visit.page]) == 0 {
			t.Errorf("the page %s has no measured calls", visit.page)
		}
	}
	if len(pages) != len(visits) {
		t.Errorf("%d pages are measured, %d have visits", len(pages), len(visits))
	}
}
