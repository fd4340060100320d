package httpapi

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/fault"
)

// shaped refuses bodies that lack what the contract requires, or have null where it allows none, and dates without a word:
// encoding/json and the generated code take them for a zero value. What the contract says is read off the generated types.
func shaped(next api.StrictHandlerFunc, _ string) api.StrictHandlerFunc {
	return func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error) {
		if err := checkParams(reflect.ValueOf(request).FieldByName("Params")); err != nil {
			return nil, err
		}
		body := reflect.ValueOf(request).FieldByName("Body")
		if body.IsValid() && body.Kind() == reflect.Pointer && r.GetBody != nil {
			if err := checkShape(r, body.Type().Elem()); err != nil {
				return nil, err
			}
		}
		return next(ctx, w, r, request)
	}
}

func checkParams(params reflect.Value) error {
	var wrong fault.Fields
	if params.IsValid() {
		for field, value := range params.Fields() {
			if at, ok := reflect.TypeAssert[*time.Time](value); ok && at != nil && at.IsZero() {
				name, _, _ := strings.Cut(field.Tag.Get("form"), ",")
				wrong.Add(name, "field.format")
			}
		}
	}
	return wrong.Err()
}

func checkShape(r *http.Request, wanted reflect.Type) error {
	again, err := r.GetBody()
	if err != nil {
		return err
	}
	body, err := io.ReadAll(again)
	if err != nil {
		return err
	}
	var wrong fault.Fields
	if isNull(body) { // it lacks all
		members(&wrong, "", wanted, json.RawMessage("{}"))
		return cmp.Or(wrong.Err(), fault.New(fault.Malformed))
	}
	shape(&wrong, "", wanted, body)
	return wrong.Err()
}

func isNull(value json.RawMessage) bool { return string(bytes.TrimSpace(value)) == "null" }

// shape adds what is wrong with a value of a field. Values of another kind than wanted have been refused before.
func shape(wrong *fault.Fields, name string, wanted reflect.Type, value json.RawMessage) {
	if wanted.Kind() == reflect.Pointer { // of an optional field
		wanted = wanted.Elem()
	}
	nullable := wanted.Kind() == reflect.Map && wanted.Key().Kind() == reflect.Bool // nullable.Nullable, a map of whether it is set
	switch {
	case isNull(value) && nullable:
	case isNull(value):
		wrong.Add(name, "field.type")
	case nullable:
		shape(wrong, name, wanted.Elem(), value)
	case wanted.Kind() == reflect.Struct:
		members(wrong, name, wanted, value)
	case wanted.Kind() == reflect.Slice:
		var items []json.RawMessage
		if json.Unmarshal(value, &items) == nil {
			for i, item := range items {
				shape(wrong, dotted(name, strconv.Itoa(i)), wanted.Elem(), item)
			}
		}
	case wanted.Kind() == reflect.Map:
		var items map[string]json.RawMessage
		if json.Unmarshal(value, &items) == nil {
			for key, item := range items {
				shape(wrong, dotted(name, key), wanted.Elem(), item)
			}
		}
	}
}

// members looks at an object's. A field without omitempty is one that the contract requires.
func members(wrong *fault.Fields, name string, wanted reflect.Type, value json.RawMessage) {
	var given map[string]json.RawMessage
	if json.Unmarshal(value, &given) != nil {
		return // a time, which is a struct and no object
	}
	for field := range wanted.Fields() {
		key, options, tagged := strings.Cut(field.Tag.Get("json"), ",")
		if key == "" || key == "-" {
			continue
		}
		member, has := given[key]
		switch {
		case has:
			shape(wrong, dotted(name, key), field.Type, member)
		case !tagged || !strings.Contains(options, "omitempty"):
			wrong.Add(dotted(name, key), "field.required")
		}
	}
}

func dotted(name, member string) string {
	if name == "" {
		return member
	}
	return name + "." + member
}
