package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// shape describes what a schema requires of a JSON value beyond its type: required members, and no null unless the schema
// allows it. encoding/json checks the type, but decodes a missing member and null into a zero value.
type shape struct {
	nullable bool
	// members are the members of an object.
	members []member
	// items is the shape of the items of an array or of the values of a map.
	items *shape
}

type member struct {
	name     string
	required bool
	shape    *shape
}

// ShapeError lists the fields of a body that are missing, or null although the schema does not allow null.
type ShapeError struct{ Fields []ShapeField }

// ShapeField is a field, identified by its path, such as "fields.0.label". Missing is true for a missing field and false for
// null.
type ShapeField struct {
	Path    string
	Missing bool
}

func (e *ShapeError) Error() string { return fmt.Sprintf("body: %+v", e.Fields) }

// check returns a *ShapeError if required members are missing, or if a value is null although the schema does not allow null.
func (s *shape) check(body json.RawMessage) error {
	var invalid ShapeError
	if isNull(body) {
		body = json.RawMessage("{}") // so that every required member is missing
	}
	invalid.value("", s, body)
	if len(invalid.Fields) > 0 {
		return &invalid
	}
	return nil
}

func isNull(value json.RawMessage) bool { return string(bytes.TrimSpace(value)) == "null" }

// value adds the errors of a value. Values of the wrong type were refused before.
func (e *ShapeError) value(path string, expected *shape, value json.RawMessage) {
	switch {
	case isNull(value):
		if !expected.nullable {
			e.Fields = append(e.Fields, ShapeField{Path: path})
		}
	case expected.members != nil:
		e.object(path, expected.members, value)
	case expected.items != nil:
		e.items(path, expected.items, value)
	}
}

func (e *ShapeError) object(path string, members []member, value json.RawMessage) {
	var given map[string]json.RawMessage
	if json.Unmarshal(value, &given) != nil {
		return
	}
	for _, member := range members {
		switch value, ok := given[member.name]; {
		case ok:
			e.value(join(path, member.name), member.shape, value)
		case member.required:
			e.Fields = append(e.Fields, ShapeField{Path: join(path, member.name), Missing: true})
		}
	}
}

// items checks the items of an array, or the values of an object with arbitrary member names.
func (e *ShapeError) items(path string, expected *shape, value json.RawMessage) {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) == nil {
		for i, item := range list {
			e.value(join(path, strconv.Itoa(i)), expected, item)
		}
		return
	}
	var values map[string]json.RawMessage
	if json.Unmarshal(value, &values) == nil {
		for name, item := range values {
			e.value(join(path, name), expected, item)
		}
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
