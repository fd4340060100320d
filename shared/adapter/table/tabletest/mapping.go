package tabletest

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mesa/shared/adapter/table"
	"mesa/shared/platform/fieldtest"
)

// Mapping is how a store converts a type of the domain to an item and back.
type Mapping[Domain, Item any] struct {
	To   func(Domain) Item
	From func(Item) Domain
	// NotStored names the fields that are not stored on purpose, with dots: Requester.Name.
	NotStored []string
	// Choices are the values of types that do not take any value.
	Choices []fieldtest.Choice
}

// Check fails the test when a field of the domain is lost or changed on its way to the table's attributes and back. It fills
// every field with a value of its own, and then changes one after the other.
func (m Mapping[Domain, Item]) Check(t *testing.T) {
	t.Helper()
	for _, want := range fieldtest.Variations[Domain](m.Choices...) {
		attributes, err := table.Encode(m.To(want))
		if err != nil {
			t.Fatal(err)
		}
		item, err := table.Decode[Item](attributes)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range m.NotStored {
			reset(t, reflect.ValueOf(&want).Elem(), name)
		}
		if diff := cmp.Diff(want, m.From(item), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%T is not what was stored (-stored +read): add the field to its item, or name it in NotStored\n%s", want, diff)
		}
	}
}

// reset makes the field with a name zero.
func reset(t *testing.T, v reflect.Value, name string) {
	t.Helper()
	for part := range strings.SplitSeq(name, ".") {
		if v = v.FieldByName(part); !v.IsValid() {
			t.Fatalf("NotStored names %s, which does not exist", name)
		}
	}
	v.SetZero()
}
