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

// Mapping holds the functions with which a store converts a type of the domain to an item and back.
type Mapping[Domain, Item any] struct {
	To   func(Domain) Item
	From func(Item) Domain
	// NotStored lists the fields that are deliberately not stored, as paths with dots: Requester.Name.
	NotStored []string
	// Choices holds valid values for types that do not accept arbitrary values.
	Choices []fieldtest.Choice
}

// Check fails the test if a field of the domain type is lost or changed when it is stored and read. It fills every field with a
// distinct value, and then changes one field after another.
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

// reset sets the field with a path to its zero value.
func reset(t *testing.T, v reflect.Value, name string) {
	t.Helper()
	for part := range strings.SplitSeq(name, ".") {
		if v = v.FieldByName(part); !v.IsValid() {
			t.Fatalf("NotStored names %s, which does not exist", name)
		}
	}
	v.SetZero()
}
