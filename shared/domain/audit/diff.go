package audit

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The limits of the changes of an event, so that its size is bounded.
const (
	maxChanges = 40
	maxValue   = 300 // bytes of a value
)

// Diff returns the attributes that differ between two values of the same struct type, sorted by name. nil or the zero value means
// that the object does not exist. Names are paths such as "name.spanish". Elements of a list with a field ID are named by it, so that a new element
// does not change the names of the others. Diff omits versions and
// identifiers. It masks attributes with names of secrets, shortens long values, and
// returns at most 40 changes; the last of them then contains the number of the changes that are omitted.
func Diff(before, after any) []Change {
	old, changed := attributes(before), attributes(after)
	names := map[string]bool{}
	for _, values := range []map[string]string{old, changed} {
		for name := range values {
			names[name] = true
		}
	}
	var all []Change
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if sameValue(old, changed, name) {
			continue
		}
		change := Change{Field: name, Before: shorten(old[name]), After: shorten(changed[name])}
		if isSecret(name) {
			change.Before, change.After = mask(change.Before), mask(change.After)
		}
		all = append(all, change)
	}
	if len(all) > maxChanges {
		omitted := len(all) - maxChanges + 1
		all = append(all[:maxChanges-1], Change{Field: "…", After: strconv.Itoa(omitted)})
	}
	return all
}

// sameValue reports whether an attribute is equal. An attribute that one side lacks equals the zero value.
func sameValue(before, after map[string]string, name string) bool {
	a, hasBefore := before[name]
	b, hasAfter := after[name]
	if hasBefore && hasAfter {
		return a == b
	}
	return isZero(a) && isZero(b)
}

func isZero(value string) bool {
	return value == "" || value == "0" || value == "0s" || value == "false"
}

// secretWords are parts of the names of attributes whose values are never recorded.
var secretWords = []string{"password", "secret", "token", "hash", "credential", "recovery"}

func isSecret(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(secretWords, func(word string) bool { return strings.Contains(name, word) })
}

func mask(value string) string {
	if value == "" {
		return ""
	}
	return "•••"
}

func shorten(value string) string {
	if len(value) <= maxValue {
		return value
	}
	end := maxValue
	for !utf8.RuneStart(value[end]) {
		end--
	}
	return value[:end] + "…"
}

func attributes(object any) map[string]string {
	all := map[string]string{}
	if value := reflect.ValueOf(object); value.IsValid() && !value.IsZero() {
		addAttributes(all, "", value)
	}
	return all
}

func addAttributes(all map[string]string, path string, value reflect.Value) {
	switch v := value.Interface().(type) {
	case time.Time:
		if !v.IsZero() {
			all[path] = v.UTC().Format(time.RFC3339)
		}
		return
	case fmt.Stringer:
		if value.Kind() != reflect.Pointer && value.Kind() != reflect.Interface {
			all[path] = v.String()
			return
		}
	}
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !value.IsNil() {
			addAttributes(all, path, value.Elem())
		}
	case reflect.Struct:
		addFields(all, path, value)
	case reflect.Slice, reflect.Array:
		addElements(all, path, value)
	case reflect.Map:
		for _, key := range value.MapKeys() {
			addAttributes(all, join(path, fmt.Sprint(key.Interface())), value.MapIndex(key))
		}
	default:
		all[path] = fmt.Sprint(value.Interface())
	}
}

func addFields(all map[string]string, path string, value reflect.Value) {
	for i := range value.NumField() {
		field := value.Type().Field(i)
		switch {
		case !field.IsExported() || strings.HasSuffix(field.Name, "Version") || field.Name == "UpdatedAt" || field.Name == "ID":
		case field.Anonymous:
			addAttributes(all, path, value.Field(i))
		default:
			addAttributes(all, join(path, lowerFirst(field.Name)), value.Field(i))
		}
	}
}

// addElements adds the elements of a list: structs one by one, other elements as one value.
func addElements(all map[string]string, path string, list reflect.Value) {
	var texts []string
	for i := range list.Len() {
		element := reflect.Indirect(list.Index(i))
		if element.Kind() != reflect.Struct {
			texts = append(texts, fmt.Sprint(element.Interface()))
			continue
		}
		name := strconv.Itoa(i)
		if id := element.FieldByName("ID"); id.IsValid() {
			name = fmt.Sprint(id.Interface())
			texts = append(texts, name) // the order of the list
		}
		addAttributes(all, join(path, name), element)
	}
	if len(texts) > 0 {
		all[path] = strings.Join(texts, ", ")
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// lowerFirst converts the name of a Go field to the style of the contract: ID becomes id, DepartmentID becomes departmentId.
func lowerFirst(name string) string {
	name = strings.ReplaceAll(strings.ReplaceAll(name, "IDs", "Ids"), "ID", "Id")
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:]
}
