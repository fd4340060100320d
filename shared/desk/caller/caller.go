// Package caller carries who makes a request from httpapi, which finds it out, to the use case, which hands it on by value.
package caller

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// Caller is who makes a request. The zero value is someone who is not signed in.
type Caller struct {
	account.Person
	// SessionHash names the session in the store; empty when not signed in.
	SessionHash string
	// Speaks is the language to answer in: the person's own, else the request's.
	Speaks locale.Language
	// Address is where the request comes from, as the gateway saw it.
	Address string
}

type key struct{}

// With returns a context that carries the caller.
func With(ctx context.Context, c Caller) context.Context { return context.WithValue(ctx, key{}, c) }

// From returns the request's caller.
func From(ctx context.Context) Caller {
	c, _ := ctx.Value(key{}).(Caller)
	return c
}

// Making returns the identifier of what a request with an Idempotency-Key makes. It follows from the person and their key, so
// that a repeated request finds what the first one made.
func (c Caller) Making(key string) string {
	sum := sha256.Sum256([]byte(c.ID + "#" + key))
	return hex.EncodeToString(sum[:10])
}
