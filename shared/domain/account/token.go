package account

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
)

// ErrToken reports a cookie that is not a session token of ours.
var ErrToken = errors.New("malformed session token")

const (
	secretBytes = 32
	maxPersonID = 64 // characters of a person's id
)

// Token is the proof of a session: whose it is and a 256-bit secret. The
// person's id is in it so that session and person are one read of one
// partition. It prints without its secret, so that a log line can't leak it.
type Token struct {
	person string
	secret string // base64url
}

// NewToken makes a token for a person's id: letters, digits, - and _.
func NewToken(person string) (Token, error) {
	if !isID(person) {
		return Token{}, fmt.Errorf("%w: person's id %q", ErrToken, person)
	}
	secret := make([]byte, secretBytes)
	if _, err := rand.Read(secret); err != nil {
		return Token{}, fmt.Errorf("secret of a session: %w", err)
	}
	return Token{person: person, secret: base64.RawURLEncoding.EncodeToString(secret)}, nil
}

// ParseToken reads a cookie's value. A well-formed token is not yet a session:
// look its hash up. The error is ErrToken.
func ParseToken(cookie string) (Token, error) {
	person, secret, found := strings.Cut(cookie, ".")
	if !found || !isID(person) || len(secret) != base64.RawURLEncoding.EncodedLen(secretBytes) {
		return Token{}, ErrToken
	}
	if _, err := base64.RawURLEncoding.Strict().DecodeString(secret); err != nil {
		return Token{}, ErrToken
	}
	return Token{person: person, secret: secret}, nil
}

// Person is the id of whose session it would be.
func (t Token) Person() string { return t.person }

// Cookie is the value to give to the browser: <person>.<secret>.
func (t Token) Cookie() string { return t.person + "." + t.secret }

// Hash is what to store and to look the session up by; see HashToken.
func (t Token) Hash() string { return HashToken(t.Cookie()) }

// String hides the secret.
func (t Token) String() string { return t.person + ".…" }

// GoString hides the secret from %#v.
func (t Token) GoString() string { return "account.Token(" + t.String() + ")" }

// HashToken is the SHA-256 of a cookie's value in base64url, 43 characters. A
// copy of the table thus opens no session; the secret is random, so no slow
// hash is needed.
func HashToken(cookie string) string {
	sum := sha256.Sum256([]byte(cookie))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func isID(s string) bool {
	if s == "" || len(s) > maxPersonID {
		return false
	}
	for _, c := range []byte(s) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}
