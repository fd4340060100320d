package check_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/check"
)

func TestIsIDAndIsDottedID(t *testing.T) {
	for _, c := range []struct {
		id            string
		plain, dotted bool // results of IsID and IsDottedID for 1 to 8 characters
		name          string
	}{
		{"", false, false, "empty"},
		{"aZ09-_", true, true, "all allowed characters"},
		{"a.b", false, true, "a dot"},
		{"a b", false, false, "a blank"},
		{"ñ", false, false, "not ASCII"},
		{"a\n", false, false, "a line feed"},
		{"\xff", false, false, "invalid UTF-8"},
		{strings.Repeat("a", 8), true, true, "the maximum length"},
		{strings.Repeat("a", 9), false, false, "too long"},
	} {
		if got := check.IsID(c.id, 1, 8); got != c.plain {
			t.Errorf("%s: IsID is %v", c.name, got)
		}
		if got := check.IsDottedID(c.id, 1, 8); got != c.dotted {
			t.Errorf("%s: IsDottedID is %v", c.name, got)
		}
	}
	if check.IsID("abc", 4, 8) {
		t.Error("too short")
	}
}

func TestIsSlug(t *testing.T) {
	for slug, want := range map[string]bool{
		"a": true, "a-1": true, "cambiar-contrasena": true, "12345678-1234567890": false,
		"": false, "-a": false, "a-": false, "a--b": false, "A": false, "ñ": false, "a_b": false, "a b": false,
	} {
		if got := check.IsSlug(slug, 18); got != want {
			t.Errorf("%q: %v", slug, got)
		}
	}
}
