package cursor_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
)

type position struct{ Sort, Number string }

func valid(p position) bool { return p.Number != "" }

func TestDecodeReversesEncode(t *testing.T) {
	want := position{"2026-11-24T15:00:00Z#ñ", "PNT0003446"}
	var errs fault.FieldErrors
	if got := cursor.Decode(&errs, cursor.Encode(want), valid); got != want || errs.Err() != nil {
		t.Errorf("%+v, %v", got, errs)
	}
	if got := cursor.Decode(&errs, "", valid); got != (position{}) || errs.Err() != nil {
		t.Errorf("no cursor: %+v, %v", got, errs)
	}
}

func TestDecodeRefusesInvalidCursors(t *testing.T) {
	for name, text := range map[string]string{
		"not base64": "%", "not JSON": "YWJj", "not valid": cursor.Encode(position{Sort: "a"}),
		"too long": cursor.Encode(position{Number: strings.Repeat("n", 500)}),
	} {
		var errs fault.FieldErrors
		if got := cursor.Decode(&errs, text, valid); len(errs) != 1 || errs[0].Name != "cursor" || got != (position{}) {
			t.Errorf("%s: %+v, %v", name, got, errs)
		}
	}
}
