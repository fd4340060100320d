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
