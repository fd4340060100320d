package account

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"mesa/shared/domain/check"
)

// ErrToken reports a cookie that is not a well-formed session token.
var ErrToken = errors.New("malformed session token")

const (
	secretBytes = 32
	maxPersonID = 64 // characters of a person's id
)

// Token identifies a session: the person's id and a 256-bit secret. Because of the id, one read returns both the session and
// the person. String omits the secret, so that logs do not contain it.
type Token struct {
	person string
	secret string // base64url
}

// NewToken returns a new token for a person's id, which consists of letters, digits, "-" and "_". It returns an error that
// wraps ErrToken if the id is invalid.
func NewToken(person string) (Token, error) {
	if !check.IsID(person, 1, maxPersonID) {
		return Token{}, fmt.Errorf("%w: person's id %q", ErrToken, person)
	}
	secret := make([]byte, secretBytes)
	if _, err := rand.Read(secret); err != nil {
		return Token{}, fmt.Errorf("secret of a session: %w", err)
	}
	return Token{person: person, secret: base64.RawURLEncoding.EncodeToString(secret)}, nil
}

// ParseToken parses a cookie's value. It does not check whether the session exists; the caller looks up its hash. Errors wrap
// ErrToken.
func ParseToken(cookie string) (Token, error) {
	person, secret, found := strings.Cut(cookie, ".")
	if !found || !check.IsID(person, 1, maxPersonID) || len(secret) != base64.RawURLEncoding.EncodedLen(secretBytes) {
		return Token{}, ErrToken
	}
	if _, err := base64.RawURLEncoding.Strict().DecodeString(secret); err != nil {
		return Token{}, ErrToken
	}
	return Token{person: person, secret: secret}, nil
}

// Person returns the id of the person.
func (t Token) Person() string { return t.person }

// Cookie returns the value of the cookie: <person>.<secret>.
func (t Token) Cookie() string { return t.person + "." + t.secret }

// Hash returns the key under which the session is stored; see HashToken.
func (t Token) Hash() string { return HashToken(t.Cookie()) }

// String returns the token without its secret.
func (t Token) String() string { return t.person + ".…" }

// GoString omits the secret from %#v.
func (t Token) GoString() string { return "account.Token(" + t.String() + ")" }

// HashToken returns the SHA-256 of a cookie's value in base64url, 43 characters. Because only hashes are stored, a copy of the
// table does not give access to any session. The secret is random, so a fast hash is enough.
func HashToken(cookie string) string {
	sum := sha256.Sum256([]byte(cookie))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}
