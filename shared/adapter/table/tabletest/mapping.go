package tabletest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mesa/shared/adapter/table"
)

// Mapping is how a store converts a type of the domain to an item and back.
type Mapping[Domain, Item any] struct {
	To   func(Domain) Item
	From func(Item) Domain
	// NotStored names the fields that are not stored on purpose, with dots: Requester.Name.
	NotStored []string
	// Adjust changes a filled value where the domain has rules, such as a field that only one kind has.
	Adjust func(*Domain)
}

// Check fails the test when a field of the domain is lost or changed on its way to the table's attributes and back. It fills
// every field with a value of its own; booleans are tried one at a time, since they have no values of their own.
func (m Mapping[Domain, Item]) Check(t *testing.T) {
	t.Helper()
	all := filler{}
	all.fill(reflect.ValueOf(new(Domain)).Elem(), "")
	for only := range all.booleans + 1 {
		var want Domain
		f := filler{only: only}
		f.fill(reflect.ValueOf(&want).Elem(), "")
		if m.Adjust != nil {
			m.Adjust(&want)
		}
		attributes, err := table.Encode(m.To(want))
		if err != nil {
			t.Fatal(err)
		}
		item, err := table.Decode[Item](attributes)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range m.NotStored {
			clear(t, reflect.ValueOf(&want).Elem(), name)
		}
		if diff := cmp.Diff(want, m.From(item), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%T is not what was stored (-stored +read): add the field to its item, or name it in NotStored\n%s", want, diff)
		}
	}
}

// Filled returns a value of the type of an empty one in which every field has a value of its own.
func Filled[T any](empty T) T {
	v := reflect.New(reflect.TypeOf(empty)).Elem()
	new(filler).fill(v, "")
	return v.Interface().(T)
}

func clear(t *testing.T, v reflect.Value, name string) {
	t.Helper()
	for part := range strings.SplitSeq(name, ".") {
		if v = v.FieldByName(part); !v.IsValid() {
			t.Fatalf("NotStored names %s, which does not exist", name)
		}
	}
	v.SetZero()
}

// filler sets every field to a value of its own.
type filler struct {
	count    int
	booleans int
	only     int // the position of the only true boolean, from 1; 0: all are true
}

func (f *filler) fill(v reflect.Value, path string) {
	f.count++
	if at, ok := v.Addr().Interface().(*time.Time); ok {
		*at = time.Date(2026, 11, 24, 15, 0, f.count, 1000*f.count, time.UTC)
		return
	}
	if lasts, ok := v.Addr().Interface().(*time.Duration); ok {
		*lasts = time.Duration(f.count) * time.Second
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s-%d", path, f.count))
	case reflect.Bool:
		f.booleans++
		v.SetBool(f.only == 0 || f.only == f.booleans)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.count))
	case reflect.Float64:
		v.SetFloat(float64(f.count) + 0.5)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), path)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Interface {
			return // Adjust knows the types
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fillElements(v, path)
	case reflect.Array:
		f.fillElements(v, path)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 2 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			f.fill(key, path)
			f.fill(value, path)
			v.SetMapIndex(key, value)
		}
	default:
		panic(fmt.Sprintf("tabletest cannot fill %s of %s", v.Kind(), path))
	}
}

func (f *filler) fillElements(v reflect.Value, path string) {
	for i := range v.Len() {
		f.fill(v.Index(i), path)
	}
}
