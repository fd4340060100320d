package account_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mesa/shared/domain/account"
)

func TestTokenRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		person := rapid.StringMatching(`[A-Za-z0-9_-]{1,64}`).Draw(t, "person")
		made, err := account.NewToken(person)
		if err != nil {
			t.Fatal(err)
		}
		read, err := account.ParseToken(made.Cookie())
		if err != nil || read != made || read.Person() != person || read.Hash() != made.Hash() {
			t.Fatalf("%v, %v, %v", made, read, err)
		}
		if made.Hash() != account.HashToken(made.Cookie()) || len(made.Hash()) != 43 {
			t.Fatalf("hash %q", made.Hash())
		}
		_, secret, _ := strings.Cut(made.Cookie(), ".")
		for _, shown := range []string{fmt.Sprint(made), fmt.Sprintf("%+v %#v %s %q", made, made, made, made), made.Hash()} {
			if strings.Contains(shown, secret) {
				t.Fatalf("the secret shows in %s", shown)
			}
		}
	})
}

func TestTokensDiffer(t *testing.T) {
	a, _ := account.NewToken("p")
	b, _ := account.NewToken("p")
	if a == b || a.Hash() == b.Hash() {
		t.Error("two tokens are the same")
	}
}

func TestParseTokenRefuses(t *testing.T) {
	good, err := account.NewToken("persona-1")
	if err != nil {
		t.Fatal(err)
	}
	cookie := good.Cookie()
	for _, c := range []string{
		"", ".", "persona-1", "persona-1.", cookie + "A", cookie[:len(cookie)-1], cookie + "=", "x" + cookie[9:] + "!",
		"per sona" + cookie[9:], "a#b" + cookie[9:], strings.Repeat("p", 65) + cookie[9:], cookie[9:],
		cookie[:len(cookie)-1] + "_", // the unused bits of the last character must be zero
		strings.Replace(cookie, ".", "..", 1), "ñ" + cookie[9:],
	} {
		if got, err := account.ParseToken(c); !errors.Is(err, account.ErrToken) {
			t.Errorf("ParseToken(%q) = %v, %v", c, got, err)
		}
	}
	for _, person := range []string{"", "a.b", "a b", "ñ", strings.Repeat("p", 65)} {
		if _, err := account.NewToken(person); !errors.Is(err, account.ErrToken) {
			t.Errorf("NewToken(%q): %v", person, err)
		}
	}
}
