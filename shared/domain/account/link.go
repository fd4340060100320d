package account

import (
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/fault"
)

// LinkPurpose is what an account link permits.
type LinkPurpose string

// The purposes. Both set the password of a person: the first password (A2), or a new password (A10).
const (
	Invitation LinkPurpose = "invitation"
	Reset      LinkPurpose = "reset"
)

// Link is an account link: a mail with it permits one act on the account of one person, once, until it expires. The link is
// stored without a secret. When the mail is sent, the link receives the hash of the secret in the mail; see LinkToken.
type Link struct {
	// ID is a ULID.
	ID       string
	PersonID string
	Purpose  LinkPurpose
	// CreatedAt is the instant from which the link is valid: a later change of the password invalidates it.
	CreatedAt time.Time
	EndsAt    time.Time
	// UsedAt is zero until the link is used.
	UsedAt time.Time
	// SecretHash is LinkToken.Hash of the token that was issued last. It is empty until a token is issued.
	SecretHash string
	// Email is the address to which the token was mailed. It is empty if the token was not mailed.
	Email string
}

// NewLink returns a link that is valid for a lifetime.
func NewLink(personID string, purpose LinkPurpose, now time.Time, lifetime time.Duration) Link {
	id := ulid.MustNew(ulid.Timestamp(now), ulid.DefaultEntropy()).String()
	return Link{ID: id, PersonID: personID, Purpose: purpose, CreatedAt: now, EndsAt: now.Add(lifetime)}
}

// Accepts checks that a token opens the link at an instant. It returns fault.NotFound if the token is not the token that was
// issued last, fault.LinkUsed if the link was used, and fault.LinkExpired if it has ended.
func (l Link) Accepts(token LinkToken, now time.Time) error {
	switch {
	case l.SecretHash == "" || l.SecretHash != token.Hash():
		return fault.New(fault.NotFound)
	case !l.UsedAt.IsZero():
		return fault.New(fault.LinkUsed)
	case !now.Before(l.EndsAt):
		return fault.New(fault.LinkExpired)
	}
	return nil
}

// AcceptsPerson checks that the link still applies to its person. It returns fault.LinkExpired if the person is disabled, has
// another e-mail address than the one that got the link, or has changed the password since the link was created.
func (l Link) AcceptsPerson(p Person, passwordChangedAt time.Time) error {
	if p.ID != l.PersonID || p.Disabled || l.Email != "" && l.Email != p.Email || passwordChangedAt.After(l.CreatedAt) {
		return fault.New(fault.LinkExpired)
	}
	return nil
}

// ErrLinkToken reports a text that is not a well-formed token of a link.
var ErrLinkToken = errors.New("malformed token of a link")

// The lengths of the parts of a link's token.
const (
	linkIDLength     = ulid.EncodedSize
	linkSecretLength = 26 // characters of rand.Text
)

// LinkToken is the last part of the URL of a link: the link's identifier and a secret of at least 128 bits. Only the mail
// contains it. String omits the secret, so that logs do not contain it.
type LinkToken struct{ id, secret string }

// NewLinkToken returns a token with a new secret for a link.
func NewLinkToken(linkID string) LinkToken { return LinkToken{linkID, rand.Text()} }

// ParseLinkToken parses a token. Errors are ErrLinkToken.
func ParseLinkToken(text string) (LinkToken, error) {
	if len(text) != linkIDLength+linkSecretLength {
		return LinkToken{}, ErrLinkToken
	}
	id, secret := text[:linkIDLength], text[linkIDLength:]
	const secretCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	if _, err := ulid.ParseStrict(id); err != nil || strings.Trim(secret, secretCharacters) != "" {
		return LinkToken{}, ErrLinkToken
	}
	return LinkToken{id, secret}, nil
}

// Link returns the identifier of the link.
func (t LinkToken) Link() string { return t.id }

// Text returns the token with its secret, as it is in the URL.
func (t LinkToken) Text() string { return t.id + t.secret }

// Path returns the path of the page that uses the token.
func (t LinkToken) Path() string { return "/contrasena/" + t.Text() }

// Hash returns the hash of the token that the link stores; see HashToken.
func (t LinkToken) Hash() string { return HashToken(t.Text()) }

// String returns the token without its secret.
func (t LinkToken) String() string { return t.id + "…" }

// GoString omits the secret from %#v.
func (t LinkToken) GoString() string { return fmt.Sprintf("account.LinkToken(%s)", t) }
