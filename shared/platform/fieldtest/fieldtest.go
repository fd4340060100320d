// Package fieldtest finds fields that a mapping between two types ignores. So a new field fails a test until it is mapped or
// listed as an exception.
package fieldtest

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"
)

// Choice holds two valid values of a type. Fields of this type get the first value, or the second value when the field is
// varied.
type Choice struct {
	of     reflect.Type
	values [2]reflect.Value
}

// Either returns a Choice of two values of a type. The type may be an interface.
func Either[T any](first, second T) Choice {
	value := func(v T) reflect.Value { return reflect.ValueOf(&v).Elem() }
	return Choice{of: reflect.TypeFor[T](), values: [2]reflect.Value{value(first), value(second)}}
}

// Full returns a T in which every field is set. The values differ from each other, except booleans and choices. Every slice and
// map has one element.
func Full[T any](choices ...Choice) T {
	full, _ := build(reflect.TypeFor[T](), choices, -1)
	return full.Interface().(T)
}

// Variations returns the full T, and for each field a copy in which only this field differs.
func Variations[T any](choices ...Choice) []T {
	full, paths := build(reflect.TypeFor[T](), choices, -1)
	all := []T{full.Interface().(T)}
	for i := range paths {
		varied, _ := build(reflect.TypeFor[T](), choices, i)
		all = append(all, varied.Interface().(T))
	}
	return all
}

// FullOf returns a full value of the dynamic type of an interface value.
func FullOf[T any](empty T, choices ...Choice) T {
	full, _ := build(reflect.TypeOf(empty), choices, -1)
	return full.Interface().(T)
}

// Forgotten returns the paths of the fields of T that a mapping ignores: if only this field changes, the result stays the same.
// The other fields have the values of Full. reflect.DeepEqual must be able to compare the results of the mapping.
func Forgotten[T any](mapping func(T) any, choices ...Choice) []string {
	return ForgottenOf(reflect.TypeFor[T](), func(v any) any { return mapping(v.(T)) }, choices...)
}

// ForgottenOf does what Forgotten does, for a type known only at run time.
func ForgottenOf(of reflect.Type, mapping func(any) any, choices ...Choice) []string {
	full, paths := build(of, choices, -1)
	want := mapping(full.Interface())
	var forgotten []string
	for i, path := range paths {
		varied, _ := build(of, choices, i)
		if reflect.DeepEqual(want, mapping(varied.Interface())) {
			forgotten = append(forgotten, path)
		}
	}
	return forgotten
}

// Check fails the test unless the forgotten fields equal the expected fields.
func Check(tb testing.TB, forgotten []string, expected ...string) {
	tb.Helper()
	for _, path := range forgotten {
		if !slices.Contains(expected, path) {
			tb.Errorf("%s is not mapped: map it, or list it with the reason", path)
		}
	}
	for _, path := range expected {
		if !slices.Contains(forgotten, path) {
			tb.Errorf("%s is mapped: remove it from the list", path)
		}
	}
}

// Empty returns the paths of the zero fields of a value, and of empty slices and maps.
func Empty(v any) []string { return empty(reflect.ValueOf(v), "") }

func empty(v reflect.Value, path string) []string {
	var paths []string
	switch {
	case v.IsZero(), (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() == 0:
		paths = append(paths, path)
	case v.Type() == reflect.TypeFor[time.Time]():
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			paths = append(paths, empty(v.Field(i), join(path, v.Type().Field(i)))...)
		}
	case v.Kind() == reflect.Slice, v.Kind() == reflect.Map:
		for _, element := range v.Seq2() {
			paths = append(paths, empty(element, path)...)
		}
	}
	return paths
}

func build(of reflect.Type, choices []Choice, vary int) (reflect.Value, []string) {
	v := reflect.New(of).Elem()
	b := builder{choices: choices, vary: vary}
	b.fill(v, "")
	return v, b.paths
}

// builder fills the fields of a value in their order. vary is the index of the field that gets its second value, or -1.
type builder struct {
	choices []Choice
	vary    int
	paths   []string
}

func (b *builder) fill(v reflect.Value, path string) {
	if i := slices.IndexFunc(b.choices, func(c Choice) bool { return c.of == v.Type() }); i >= 0 {
		_, varied := b.next(path)
		v.Set(b.choices[i].values[varied])
		return
	}
	switch v.Type() {
	case reflect.TypeFor[time.Time]():
		n, varied := b.next(path)
		v.Set(reflect.ValueOf(time.Date(2026, 1, 1+n, varied, 0, 0, 0, time.UTC)))
		return
	case reflect.TypeFor[time.Duration]():
		n, varied := b.next(path)
		v.SetInt(int64(time.Duration(1+2*n+varied) * time.Minute))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			b.fill(v.Field(i), join(path, v.Type().Field(i)))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		b.fill(v.Index(0), path)
	case reflect.Array:
		for i := range v.Len() {
			b.fill(v.Index(i), path)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		b.fill(key, path)
		b.fill(value, path)
		v.SetMapIndex(key, value)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		b.fill(v.Elem(), path)
	case reflect.String:
		n, varied := b.next(path)
		v.SetString(fmt.Sprintf("text-%d-%d", n, varied))
	case reflect.Int, reflect.Int64:
		n, varied := b.next(path)
		v.SetInt(int64(1 + 2*n + varied))
	case reflect.Float64:
		n, varied := b.next(path)
		v.SetFloat(float64(1+2*n+varied) / 2)
	case reflect.Bool:
		_, varied := b.next(path)
		v.SetBool(varied == 0)
	default:
		panic(fmt.Sprintf("%s is a %s: give a Choice", path, v.Type()))
	}
}

// next registers a field. It returns the index of the field, and 1 if the field is the one to vary, otherwise 0.
func (b *builder) next(path string) (n, varied int) {
	n = len(b.paths)
	b.paths = append(b.paths, path)
	if n == b.vary {
		return n, 1
	}
	return n, 0
}

// join adds a field to a path. An embedded struct adds nothing.
func join(path string, field reflect.StructField) string {
	switch {
	case field.Anonymous:
		return path
	case path == "":
		return field.Name
	default:
		return path + "." + field.Name
	}
}
