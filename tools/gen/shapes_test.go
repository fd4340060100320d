package main

import (
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

func TestShapes(t *testing.T) {
	text := openapi3.NewStringSchema()
	with := func(name string, property *openapi3.Schema) *openapi3.Schema {
		return openapi3.NewObjectSchema().WithProperty(name, property)
	}
	allOf := func(parts ...*openapi3.Schema) *openapi3.Schema {
		all := openapi3.NewSchema()
		for _, part := range parts {
			all.AllOf = append(all.AllOf, part.NewRef())
		}
		return all
	}
	values := openapi3.NewObjectSchema().WithAdditionalProperties(text)
	for name, test := range map[string]struct {
		schema         *openapi3.Schema
		shape, refused string
	}{
		"members in two parts":     {allOf(with("a", text), with("b", text)), `members: []member{{name: "a", required: false, shape: &shape{}},{name: "b", required: false, shape: &shape{}},}`, ""},
		"values in a part":         {allOf(values), "items: &shape{}", ""},
		"oneOf":                    {openapi3.NewOneOfSchema(text, values), "", "alternatives"},
		"anyOf in a part":          {allOf(openapi3.NewAnyOfSchema(text, values)), "", "alternatives"},
		"members and values":       {with("a", text).WithAdditionalProperties(text), "", "members together"},
		"values in two parts":      {allOf(values, values), "", "in two parts"},
		"a member in two parts":    {allOf(with("a", text), with("a", values)), "", "the member a in two parts"},
		"unknown required member":  {openapi3.NewObjectSchema().WithRequired([]string{"a"}), "", "the required member a"},
		"patterns of member names": {&openapi3.Schema{PatternProperties: openapi3.Schemas{"^a": text.NewRef()}}, "", "patternProperties"},
	} {
		t.Run(name, func(t *testing.T) {
			w := shapeWriter{named: map[string]*openapi3.Schema{}}
			shape := strings.ReplaceAll(w.literal("body", test.schema), "\n", "")
			if test.refused == "" && (w.err != nil || !strings.Contains(shape, test.shape)) {
				t.Errorf("%s %v", shape, w.err)
			}
			if test.refused != "" && (w.err == nil || !strings.Contains(w.err.Error(), test.refused)) {
				t.Errorf("not refused: %v", w.err)
			}
		})
	}
}
