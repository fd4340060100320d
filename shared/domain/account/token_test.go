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
		token, err := account.NewToken(person)
		if err != nil {
			t.Fatal(err)
		}
		read, err := account.ParseToken(token.Cookie())
		if err != nil || read != token || read.Person() != person || read.Hash() != token.Hash() {
			t.Fatalf("%v, %v, %v", token, read, err)
		}
		if token.Hash() != account.HashToken(token.Cookie()) || len(token.Hash()) != 43 {
			t.Fatalf("hash %q", token.Hash())
		}
		_, secret, _ := strings.Cut(token.Cookie(), ".")
		for _, shown := range []string{fmt.Sprint(token), fmt.Sprintf("%+v %#v %s %q", token, token, token, token), token.Hash()} {
			if strings.Contains(shown, secret) {
				t.Fatalf("%s contains the secret", shown)
			}
		}
	})
}

func TestTokensDiffer(t *testing.T) {
	a, _ := account.NewToken("p")
	b, _ := account.NewToken("p")
	if a == b || a.Hash() == b.Hash() {
		t.Error("two tokens are equal")
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
