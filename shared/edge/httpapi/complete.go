package httpapi

import (
	"fmt"
	"reflect"

	"mesa/shared/api"
)

// complete panics on a use case that lacks something that it takes as an interface: a function that would fail, or keep a text
// that nobody sanitized, at its first request doesn't even start. The embedded interface stands for the operations that it is not.
func complete(e Endpoint) {
	if e.API == nil {
		panic(fmt.Sprintf("%s: an endpoint needs its use case", e.Operation))
	}
	useCase := reflect.Indirect(reflect.ValueOf(e.API))
	if useCase.Kind() != reflect.Struct {
		return
	}
	for _, field := range reflect.VisibleFields(useCase.Type()) {
		if field.Type.Kind() != reflect.Interface || field.Type == reflect.TypeFor[api.StrictServerInterface]() {
			continue
		}
		if useCase.FieldByIndex(field.Index).IsNil() {
			panic(fmt.Sprintf("%s: its use case %s lacks %s", e.Operation, useCase.Type(), field.Name))
		}
	}
}
