package cursor_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
)

type position struct{ Sort, Number string }

func valid(p position) bool { return p.Number != "" }

func TestDecodeReadsWhatEncodeWrote(t *testing.T) {
	want := position{"2026-11-24T15:00:00Z#ñ", "PNT0003446"}
	var wrong fault.Fields
	if got := cursor.Decode(&wrong, cursor.Encode(want), valid); got != want || wrong.Err() != nil {
		t.Errorf("%+v, %v", got, wrong)
	}
	if got := cursor.Decode(&wrong, "", valid); got != (position{}) || wrong.Err() != nil {
		t.Errorf("no cursor: %+v, %v", got, wrong)
	}
}

func TestDecodeRefusesOtherTexts(t *testing.T) {
	for name, text := range map[string]string{
		"not base64": "%", "not JSON": "YWJj", "not valid": cursor.Encode(position{Sort: "a"}),
		"too long": cursor.Encode(position{Number: strings.Repeat("n", 500)}),
	} {
		var wrong fault.Fields
		if got := cursor.Decode(&wrong, text, valid); len(wrong) != 1 || wrong[0].Name != "cursor" || got != (position{}) {
			t.Errorf("%s: %+v, %v", name, got, wrong)
		}
	}
}
