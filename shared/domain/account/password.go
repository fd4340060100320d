package account

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/text/unicode/norm"
)

// ErrHash reports a stored hash that is neither argon2id nor bcrypt, is
// damaged, or asks for more work than Verify is willing to do.
var ErrHash = errors.New("unusable password hash")

// Hasher makes and verifies password hashes. The zero value is argon2id with
// OWASP's second choice, 2 passes over 19 MiB on one lane: 32 ms on a core.
type Hasher struct {
	Passes    uint32 // over the memory; 0 means 2
	MemoryKiB uint32 // 0 means 19456 (19 MiB)
	Lanes     uint8  // 0 means 1
}

// Verdict is what verifying a password came to.
type Verdict struct {
	// OK tells that the password is right.
	OK bool
	// Rehash tells that it is right but its hash is of an older kind or
	// weaker settings: hash the password again and store that.
	Rehash bool
}

const (
	saltBytes = 16
	keyBytes  = 32

	maxPasses    = 16
	maxMemoryKiB = 256 << 10
	bcryptBytes  = 72 // what bcrypt looks at; PHP and osTicket cut here too
	maxBcrypt    = 14 // cost: 1 s a core
)

// Hash is the PHC string to store for a password:
// $argon2id$v=19$m=19456,t=2,p=1$salt$key.
func (h Hasher) Hash(password string) (string, error) {
	h = h.settled()
	salt := make([]byte, saltBytes)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("salt of a password: %w", err)
	}
	return phc{hasher: h, salt: salt, key: h.key(password, salt, keyBytes)}.String(), nil
}

// Verify tells whether the password is the one that was stored. Pass an empty
// string for a person who doesn't exist: the same work is done as for one with
// a fresh hash, and the answer is no, so that neither the answer nor its time
// tells who has an account. An error wraps ErrHash.
func (h Hasher) Verify(stored, password string) (Verdict, error) {
	h = h.settled()
	switch {
	case stored == "":
		h.key(password, make([]byte, saltBytes), keyBytes)
		return Verdict{}, nil
	case strings.HasPrefix(stored, "$2"):
		return verifyBcrypt(stored, password)
	}
	p, err := parsePHC(stored)
	if err != nil {
		return Verdict{}, err
	}
	key := p.hasher.key(password, p.salt, uint32(len(p.key))) //nolint:gosec // a constant of the policy, far below the limit
	if subtle.ConstantTimeCompare(key, p.key) != 1 {
		return Verdict{}, nil
	}
	return Verdict{OK: true, Rehash: p.hasher != h || len(p.key) != keyBytes || len(p.salt) != saltBytes}, nil
}

// verifyBcrypt verifies what was imported from osTicket, $2a$ and $2y$.
func verifyBcrypt(stored, password string) (Verdict, error) {
	cost, err := bcrypt.Cost([]byte(stored))
	if err != nil {
		return Verdict{}, fmt.Errorf("%w: %w", ErrHash, err)
	}
	if cost > maxBcrypt {
		return Verdict{}, fmt.Errorf("%w: bcrypt cost %d", ErrHash, cost)
	}
	cut := []byte(password)
	if len(cut) > bcryptBytes {
		cut = cut[:bcryptBytes]
	}
	err = bcrypt.CompareHashAndPassword([]byte(stored), cut)
	if errors.Is(err, bcrypt.ErrMismatchedHashAndPassword) {
		return Verdict{}, nil
	}
	if err != nil {
		return Verdict{}, fmt.Errorf("%w: %w", ErrHash, err)
	}
	return Verdict{OK: true, Rehash: true}, nil
}

func (h Hasher) settled() Hasher {
	if h.Passes == 0 {
		h.Passes = 2
	}
	if h.MemoryKiB == 0 {
		h.MemoryKiB = 19 << 10
	}
	if h.Lanes == 0 {
		h.Lanes = 1
	}
	return h
}

// key normalises the password first, so that an ñ typed as one character or
// as two is the same ñ.
func (h Hasher) key(password string, salt []byte, length uint32) []byte {
	return argon2.IDKey(norm.NFC.Bytes([]byte(password)), salt, h.Passes, h.MemoryKiB, h.Lanes, length)
}

// phc is a parsed PHC string.
type phc struct {
	hasher    Hasher
	salt, key []byte
}

func (p phc) String() string {
	encode := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		p.hasher.MemoryKiB, p.hasher.Passes, p.hasher.Lanes, encode(p.salt), encode(p.key))
}

func parsePHC(stored string) (phc, error) {
	parts := strings.Split(stored, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != "v="+strconv.Itoa(argon2.Version) {
		return phc{}, ErrHash
	}
	var p phc
	for setting := range strings.SplitSeq(parts[3], ",") {
		name, value, _ := strings.Cut(setting, "=")
		n, err := strconv.ParseUint(value, 10, 32)
		switch {
		case err != nil:
			return phc{}, fmt.Errorf("%w: setting %s", ErrHash, name)
		case name == "m" && n >= 8 && n <= maxMemoryKiB:
			p.hasher.MemoryKiB = uint32(n)
		case name == "t" && n >= 1 && n <= maxPasses:
			p.hasher.Passes = uint32(n)
		case name == "p" && n >= 1 && n <= 255:
			p.hasher.Lanes = uint8(n)
		default:
			return phc{}, fmt.Errorf("%w: setting %s", ErrHash, name)
		}
	}
	var saltErr, keyErr error
	p.salt, saltErr = base64.RawStdEncoding.DecodeString(parts[4])
	p.key, keyErr = base64.RawStdEncoding.DecodeString(parts[5])
	if err := errors.Join(saltErr, keyErr); err != nil {
		return phc{}, fmt.Errorf("%w: %w", ErrHash, err)
	}
	missing := p.hasher.MemoryKiB == 0 || p.hasher.Passes == 0 || p.hasher.Lanes == 0
	if missing || len(p.salt) < 8 || len(p.key) < 16 || len(p.key) > 64 {
		return phc{}, ErrHash
	}
	return p, nil
}
