package account_test

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/crypto/bcrypt"
	"pgregory.net/rapid"

	"mesa/shared/domain/account"
)

// oldHash is a hash that was stored before the package used the library alexedwards/argon2id.
const oldHash = "$argon2id$v=19$m=19456,t=2,p=1$u7hQ4ZzouAwdFKYJysWUuw$FYpRNTnh3CM8hsmibpJ4g++ta1qpEZ7nOXY/8zIyLf4"

// quick is a hasher with minimal cost, to keep the tests fast.
var quick = account.Hasher{Passes: 1, MemoryKiB: 8}

func TestHashThenVerify(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		password := rapid.String().Draw(t, "password")
		other := rapid.String().Draw(t, "other")
		stored, err := quick.Hash(password)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := quick.Verify(stored, password); err != nil || !got.OK || got.Rehash {
			t.Fatalf("right password: %+v, %v", got, err)
		}
		if got, err := quick.Verify(stored, other+"x"); err != nil || (got.OK && other+"x" != password) {
			t.Fatalf("wrong password: %+v, %v", got, err)
		}
	})
}

func TestZeroHasherUsesDocumentedParameters(t *testing.T) {
	stored, err := account.Hasher{}.Hash("una contraseña larga")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(stored, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Error(stored)
	}
	second, _ := account.Hasher{}.Hash("una contraseña larga")
	if stored == second {
		t.Error("two hashes have the same salt")
	}
}

func TestVerify(t *testing.T) {
	bcrypted, err := bcrypt.GenerateFromPassword([]byte("contraseña de osTicket"), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("x", 100)
	bcryptLong, err := bcrypt.GenerateFromPassword([]byte(long[:72]), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	weaker, err := quick.Hash("contraseña")
	if err != nil {
		t.Fatal(err)
	}
	strong := account.Hasher{Passes: 2, MemoryKiB: 16}
	php := "$2y$" + string(bcrypted)[4:]
	for _, c := range []struct {
		name, stored, password string
		want                   account.Verdict
	}{
		{"bcrypt", string(bcrypted), "contraseña de osTicket", account.Verdict{OK: true, Rehash: true}},
		{"bcrypt of PHP", php, "contraseña de osTicket", account.Verdict{OK: true, Rehash: true}},
		{"bcrypt, wrong password", php, "otra", account.Verdict{}},
		{"bcrypt beyond 72 bytes", string(bcryptLong), long, account.Verdict{OK: true, Rehash: true}},
		{"weaker settings", weaker, "contraseña", account.Verdict{OK: true, Rehash: true}},
		{"ñ as two characters", weaker, "contrasen\u0303a", account.Verdict{OK: true, Rehash: true}},
		{"weaker settings, wrong password", weaker, "contrasena", account.Verdict{}},
		{"stored before alexedwards/argon2id", oldHash, "contraseña", account.Verdict{OK: true, Rehash: true}},
		{"stored before alexedwards/argon2id, wrong password", oldHash, "contrasena", account.Verdict{}},
		{"unknown user", "", "contraseña", account.Verdict{}},
	} {
		got, err := strong.Verify(c.stored, c.password)
		if err != nil || got != c.want {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestVerifyRefusesUnusableHashes(t *testing.T) {
	good, err := quick.Hash("x")
	if err != nil {
		t.Fatal(err)
	}
	for _, stored := range []string{
		"plain", "$", "$argon2i" + good[9:], "$2y$99$abc", "$2a$31$" + strings.Repeat("a", 53),
		strings.Replace(good, "m=8", "m=4000000000", 1),
		strings.Replace(good, "m=8", "m=1048576", 1),
		strings.Replace(good, "t=1", "t=0", 1),
		strings.Replace(good, "t=1", "t=99", 1),
		strings.Replace(good, "p=1", "q=1", 1),
		strings.Replace(good, "p=1", "p=0", 1),
		strings.Replace(good, "p=1", "p=256", 1),
		strings.Replace(good, "m=8,", "", 1),
		strings.Replace(good, "v=19", "v=16", 1),
		good[:len(good)-30], good + "$x", good + "!",
	} {
		if got, err := quick.Verify(stored, "x"); !errors.Is(err, account.ErrHash) || got.OK {
			t.Errorf("%q: %+v, %v", stored, got, err)
		}
	}
}

// TestUnknownUserAllocatesSameMemory compares the memory that Verify allocates for a known and for an unknown user. The time of
// argon2 depends on its memory, and a different time would show who has an account.
func TestUnknownUserAllocatesSameMemory(t *testing.T) {
	var h account.Hasher
	stored, err := h.Hash("contraseña")
	if err != nil {
		t.Fatal(err)
	}
	bytesOf := func(stored string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := h.Verify(stored, "otra"); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	known, unknown := bytesOf(stored), bytesOf("")
	if known < 18<<20 || unknown < known*9/10 || unknown > known*11/10 {
		t.Errorf("known user: %d bytes, unknown user: %d bytes", known, unknown)
	}
}

func BenchmarkVerify(b *testing.B) {
	var h account.Hasher
	stored, err := h.Hash("contraseña")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := h.Verify(stored, "otra"); err != nil {
			b.Fatal(err)
		}
	}
}
