// Package ahead looks up what a request names while its session is looked up, for Endpoint.Ahead: a round of the table less.
package ahead

import (
	"context"

	"mesa/shared/domain/fault"
	"mesa/shared/platform/observe"
)

// Lookup is something that is being looked up beside other work.
type Lookup[T any] struct {
	done  chan struct{}
	value T
	err   error
}

// Begin starts to look something up.
func Begin[T any](ctx context.Context, look func(context.Context) (T, error)) *Lookup[T] {
	begun := &Lookup[T]{done: make(chan struct{})}
	go func() {
		defer close(begun.done)
		begun.value, begun.err = look(observe.Beside(ctx))
	}()
	return begun
}

// Wait returns what was found, as soon as it is; fault.Unavailable when the request has no more time.
func (l *Lookup[T]) Wait(ctx context.Context) (T, error) {
	select {
	case <-l.done:
		return l.value, l.err
	case <-ctx.Done():
		var none T
		return none, fault.Because(fault.Unavailable, ctx.Err())
	}
}

// key is where a context has what is looked up ahead, one of each type.
type key[T any] struct{}

// With starts to look something up, and leaves in the context what Of waits for.
func With[T any](ctx context.Context, look func(context.Context) (T, error)) context.Context {
	return context.WithValue(ctx, key[T]{}, Begin(ctx, look))
}

// Of waits for what With looks up; what wasn't begun ahead is looked up now.
func Of[T any](ctx context.Context, look func(context.Context) (T, error)) (T, error) {
	if begun, ok := ctx.Value(key[T]{}).(*Lookup[T]); ok {
		return begun.Wait(ctx)
	}
	return look(ctx)
}
