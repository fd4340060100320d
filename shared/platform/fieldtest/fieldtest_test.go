package fieldtest_test

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/platform/fieldtest"
)

type colour string

type box struct {
	Name   string
	Colour colour
	Size   struct{ Width, Height int }
	Things []thing
	Closed bool
	At     time.Time
	Of     *thing
}

type thing struct{ Name string }

func TestForgotten(t *testing.T) {
	choice := fieldtest.Either[colour]("red", "blue")
	if full := fieldtest.Full[box](choice); full.Colour != "red" || len(full.Things) != 1 || full.Things[0].Name == "" || full.Of.Name == full.Name {
		t.Errorf("%+v", full)
	}
	complete := func(b box) any { return b }
	if forgotten := fieldtest.Forgotten(complete, choice); len(forgotten) != 0 {
		t.Errorf("a complete mapping forgets %v", forgotten)
	}
	lossy := func(b box) any {
		b.Size.Height, b.Things, b.Colour = 0, nil, ""
		return b
	}
	if forgotten, want := fieldtest.Forgotten(lossy, choice), []string{"Colour", "Size.Height", "Things.Name"}; !slices.Equal(forgotten, want) {
		t.Errorf("forgotten %v, want %v", forgotten, want)
	}
}

func TestEmpty(t *testing.T) {
	full := fieldtest.Full[box](fieldtest.Either[colour]("red", "blue"))
	if empty := fieldtest.Empty(full); len(empty) != 0 {
		t.Errorf("a full value has the empty fields %v", empty)
	}
	full.Size.Height, full.Things[0].Name, full.At = 0, "", time.Time{}
	if empty, want := fieldtest.Empty(full), []string{"Size.Height", "Things", "At"}; !slices.Equal(empty, want) {
		t.Errorf("empty %v, want %v", empty, want)
	}
}
