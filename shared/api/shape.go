package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// shape is what a schema of the contract requires of a JSON value beyond its type, which encoding/json checks: required members,
// and no null where the schema does not allow it. encoding/json takes both for a zero value.
type shape struct {
	nullable bool
	// members are those of an object.
	members []member
	// items is the shape of an array's items or of a map's values.
	items *shape
}

type member struct {
	name     string
	required bool
	shape    *shape
}

// ShapeError lists the fields of a body that are missing or null.
type ShapeError struct{ Fields []ShapeField }

// ShapeField is a field by its path, such as "fields.0.label". Missing tells a missing field from one that is null.
type ShapeField struct {
	Path    string
	Missing bool
}

func (e *ShapeError) Error() string { return fmt.Sprintf("body: %+v", e.Fields) }

// check returns a *ShapeError for a body that lacks what is required or has null where it may not.
func (s *shape) check(body json.RawMessage) error {
	var found ShapeError
	if isNull(body) {
		body = json.RawMessage("{}") // it lacks every member
	}
	found.value("", s, body)
	if len(found.Fields) > 0 {
		return &found
	}
	return nil
}

func isNull(value json.RawMessage) bool { return string(bytes.TrimSpace(value)) == "null" }

// value adds what is wrong with a value. Values of another type were refused before.
func (e *ShapeError) value(path string, wanted *shape, value json.RawMessage) {
	switch {
	case isNull(value):
		if !wanted.nullable {
			e.Fields = append(e.Fields, ShapeField{Path: path})
		}
	case wanted.members != nil:
		e.object(path, wanted.members, value)
	case wanted.items != nil:
		e.items(path, wanted.items, value)
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

// items checks the items of an array, or the values of an object whose members have any name.
func (e *ShapeError) items(path string, wanted *shape, value json.RawMessage) {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) == nil {
		for i, item := range list {
			e.value(join(path, strconv.Itoa(i)), wanted, item)
		}
		return
	}
	var named map[string]json.RawMessage
	if json.Unmarshal(value, &named) == nil {
		for name, item := range named {
			e.value(join(path, name), wanted, item)
		}
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
