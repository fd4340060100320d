package account

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alexedwards/argon2id"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/text/unicode/norm"
)

// ErrHash reports a stored hash that is neither argon2id nor bcrypt, is damaged, or has cost parameters outside the limits.
var ErrHash = errors.New("invalid password hash")

// Hasher hashes and verifies passwords. The zero value is argon2id with the second configuration that OWASP recommends: 2
// passes over 19 MiB with one lane. It takes 32 ms of one core.
type Hasher struct {
	Passes    uint32 // passes over the memory; 0 means 2
	MemoryKiB uint32 // 0 means 19456 (19 MiB)
	Lanes     uint8  // 0 means 1
}

// Verdict is the result of verifying a password.
type Verdict struct {
	// OK reports that the password is correct.
	OK bool
	// Rehash reports that the password is correct, but its hash has an older algorithm or other parameters. The caller hashes
	// the password again and stores the new hash.
	Rehash bool
}

const (
	saltBytes = 16
	keyBytes  = 32

	// The limits of the cost parameters of a stored hash.
	maxPasses    = 16
	maxMemoryKiB = 256 << 10
	maxKeyBytes  = 64
	maxBcrypt    = 14 // bcrypt's cost parameter: 1 s of one core

	bcryptBytes = 72 // PHP's bcrypt, which osTicket uses, ignores the bytes after the first 72
)

// Hash returns the PHC string to store for a password, such as $argon2id$v=19$m=19456,t=2,p=1$salt$key.
func (h Hasher) Hash(password string) (string, error) {
	stored, err := argon2id.CreateHash(normalized(password), h.params())
	if err != nil {
		return "", fmt.Errorf("hash a password: %w", err)
	}
	return stored, nil
}

// Verify compares a password with a stored hash. For an unknown user the caller passes an empty hash. Verify then does the same
// work as for a new hash and reports false, so that neither the response nor its time shows who has an account. Errors of a
// stored hash wrap ErrHash.
func (h Hasher) Verify(stored, password string) (Verdict, error) {
	switch {
	case stored == "":
		_, err := h.Hash(password)
		return Verdict{}, err
	case strings.HasPrefix(stored, "$2"):
		return verifyBcrypt(stored, password)
	}
	settings, _, _, err := argon2id.DecodeHash(stored)
	if err != nil {
		return Verdict{}, fmt.Errorf("%w: %w", ErrHash, err)
	}
	if !allowed(settings) {
		return Verdict{}, fmt.Errorf("%w: settings %+v", ErrHash, *settings)
	}
	ok, err := argon2id.ComparePasswordAndHash(normalized(password), stored)
	if err != nil {
		return Verdict{}, fmt.Errorf("%w: %w", ErrHash, err)
	}
	return Verdict{OK: ok, Rehash: ok && *settings != *h.params()}, nil
}

// allowed reports whether the parameters of a hash are valid and within the limits. argon2 panics if the passes or lanes are 0.
func allowed(p *argon2id.Params) bool {
	return p.Iterations >= 1 && p.Iterations <= maxPasses && p.Memory >= 8 && p.Memory <= maxMemoryKiB && p.Parallelism >= 1 &&
		p.SaltLength >= 8 && p.KeyLength >= 16 && p.KeyLength <= maxKeyBytes
}

// verifyBcrypt compares a password with a bcrypt hash that was imported from osTicket ($2a$ or $2y$).
func verifyBcrypt(stored, password string) (Verdict, error) {
	cost, err := bcrypt.Cost([]byte(stored))
	if err != nil {
		return Verdict{}, fmt.Errorf("%w: %w", ErrHash, err)
	}
	if cost > maxBcrypt {
		return Verdict{}, fmt.Errorf("%w: bcrypt cost %d", ErrHash, cost)
	}
	truncated := []byte(password)
	if len(truncated) > bcryptBytes {
		truncated = truncated[:bcryptBytes]
	}
	err = bcrypt.CompareHashAndPassword([]byte(stored), truncated)
	if errors.Is(err, bcrypt.ErrMismatchedHashAndPassword) {
		return Verdict{}, nil
	}
	if err != nil {
		return Verdict{}, fmt.Errorf("%w: %w", ErrHash, err)
	}
	return Verdict{OK: true, Rehash: true}, nil
}

func (h Hasher) params() *argon2id.Params {
	p := &argon2id.Params{Iterations: 2, Memory: 19 << 10, Parallelism: 1, SaltLength: saltBytes, KeyLength: keyBytes}
	if h.Passes != 0 {
		p.Iterations = h.Passes
	}
	if h.MemoryKiB != 0 {
		p.Memory = h.MemoryKiB
	}
	if h.Lanes != 0 {
		p.Parallelism = h.Lanes
	}
	return p
}

// normalized returns the password in Unicode NFC, so that an ñ is the same whether typed as one code point or two.
func normalized(password string) string { return norm.NFC.String(password) }
