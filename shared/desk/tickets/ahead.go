package tickets

import (
	"context"

	"mesa/shared/fault"
	"mesa/shared/observe"
)

// lookup is something that is being looked up beside other work.
type lookup[T any] struct {
	done  chan struct{}
	value T
	err   error
}

// begin starts to look something up.
func begin[T any](ctx context.Context, look func(context.Context) (T, error)) *lookup[T] {
	begun := &lookup[T]{done: make(chan struct{})}
	go func() {
		defer close(begun.done)
		begun.value, begun.err = look(observe.Beside(ctx))
	}()
	return begun
}

// wait returns what was found, as soon as it is; fault.Unavailable when the request has no more time.
func (l *lookup[T]) wait(ctx context.Context) (T, error) {
	select {
	case <-l.done:
		return l.value, l.err
	case <-ctx.Done():
		var none T
		return none, fault.Because(fault.Unavailable, ctx.Err())
	}
}

// aheadKey is where a context has what is looked up ahead, one of each type.
type aheadKey[T any] struct{}

// ahead starts to look something up while the request's session is looked up, for Endpoint.Ahead.
func ahead[T any](ctx context.Context, look func(context.Context) (T, error)) context.Context {
	return context.WithValue(ctx, aheadKey[T]{}, begin(ctx, look))
}

// aheadOr waits for what ahead looks up; what wasn't begun ahead is looked up now.
func aheadOr[T any](ctx context.Context, look func(context.Context) (T, error)) (T, error) {
	if begun, ok := ctx.Value(aheadKey[T]{}).(*lookup[T]); ok {
		return begun.wait(ctx)
	}
	return look(ctx)
}
