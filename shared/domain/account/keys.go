package account

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// Keys computes message authentication codes for sign-ins. The first secret signs, and every secret verifies, so that a secret
// can be replaced without interruption. Without a secret no device is known.
type Keys struct{ secrets []string }

// NewKeys returns the keys that are derived from secrets.
func NewKeys(secrets []string) Keys { return Keys{secrets} }

// The purposes of a code. A code for one purpose is not valid for another purpose.
const (
	deviceCode = "device"
	loginCode  = "login"
)

// Device is a browser in which a person has signed in. Its cookie proves this, and is valid only for this person (A7).
type Device struct {
	// ID is random. It is empty if the browser is not a known device of the person.
	ID string
	// Cookie is the value of the cookie: <id>.<code>. It is empty if there are no keys.
	Cookie string
}

// NewDevice returns a new device of a person.
func (k Keys) NewDevice(personID string) Device {
	if len(k.secrets) == 0 {
		return Device{}
	}
	return k.device(personID, rand.Text())
}

// device returns the device of a person with an identifier. Its cookie is signed by the first secret.
func (k Keys) device(personID, id string) Device {
	return Device{ID: id, Cookie: id + "." + code(k.secrets[0], deviceCode, personID, id)}
}

// DeviceOf returns the device whose cookie a browser sent. It returns the zero value unless the cookie is valid for the person. The
// returned cookie is signed by the first secret, so a device that signs in during a rotation of the secret remains known after it.
func (k Keys) DeviceOf(cookie, personID string) Device {
	id, sent, found := strings.Cut(cookie, ".")
	if !found || personID == "" {
		return Device{}
	}
	for _, secret := range k.secrets {
		if hmac.Equal([]byte(sent), []byte(code(secret, deviceCode, personID, id))) {
			return k.device(personID, id)
		}
	}
	return Device{}
}

// HideLogin returns a code that replaces a login that belongs to nobody. People sometimes type a password in the field of the
// user name, so such logins are not stored as text.
func (k Keys) HideLogin(login string) string {
	var secret string
	if len(k.secrets) > 0 {
		secret = k.secrets[0]
	}
	return code(secret, loginCode, FoldLogin(login))
}

// FoldLogin returns the form in which logins are compared: without surrounding white space, and in lower case.
func FoldLogin(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

// code returns the HMAC-SHA256 of texts in base64url. The texts contain no zero byte.
func code(secret, purpose string, texts ...string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(strings.Join(append([]string{purpose}, texts...), "\x00")))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
