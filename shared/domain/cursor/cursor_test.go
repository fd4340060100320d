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
	if got, err := cursor.Decode(cursor.Encode(want), valid); got != want || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := cursor.Decode("", valid); got != (position{}) || err != nil {
		t.Errorf("no cursor: %+v, %v", got, err)
	}
}

func TestDecodeRefusesOtherTexts(t *testing.T) {
	for name, text := range map[string]string{
		"not base64": "%", "not JSON": "YWJj", "not valid": cursor.Encode(position{Sort: "a"}),
		"too long": cursor.Encode(position{Number: strings.Repeat("n", 500)}),
	} {
		if got, err := cursor.Decode(text, valid); !fault.Is(err, fault.Invalid) || got != (position{}) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}
