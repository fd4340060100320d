// Package observe measures the cost of a request, writes its log line, and runs calls concurrently.
package observe

import (
	"context"
	"sync"
)

// Meter sums the cost of a request's calls to the table. Its methods may be called concurrently, and on nil.
type Meter struct {
	mu      sync.Mutex
	cost    Cost
	backlog *int
}

// Cost is the cost of a request in DynamoDB: calls, rounds (concurrent calls are one round), and capacity units.
type Cost struct {
	Calls, Rounds         int
	ReadUnits, WriteUnits float64
}

type meterKey struct{}

// WithNewMeter returns a context with a new meter that sums the calls made with the context.
func WithNewMeter(ctx context.Context) (context.Context, *Meter) {
	m := new(Meter)
	return context.WithValue(ctx, meterKey{}, m), m
}

// WithMeter returns a context with a meter, and the meter. If ctx has no meter, it adds a new one.
func WithMeter(ctx context.Context) (context.Context, *Meter) {
	if m := MeterOf(ctx); m != nil {
		return ctx, m
	}
	return WithNewMeter(ctx)
}

// MeterOf returns the meter of a context, or nil.
func MeterOf(ctx context.Context) *Meter {
	m, _ := ctx.Value(meterKey{}).(*Meter)
	return m
}

// Round adds one round: the request waits for the table once more.
func (m *Meter) Round() { m.add(Cost{Rounds: 1}) }

// Call adds one call and the capacity units that it consumed.
func (m *Meter) Call(readUnits, writeUnits float64) {
	m.add(Cost{Calls: 1, ReadUnits: readUnits, WriteUnits: writeUnits})
}

func (m *Meter) add(c Cost) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.cost.Calls += c.Calls
	m.cost.Rounds += c.Rounds
	m.cost.ReadUnits += c.ReadUnits
	m.cost.WriteUnits += c.WriteUnits
}

// Cost returns the cost so far.
func (m *Meter) Cost() Cost {
	if m == nil {
		return Cost{}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.cost
}

// SetBacklog records the number of tasks that the run of a schedule found but did not start.
func (m *Meter) SetBacklog(tasks int) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.backlog = &tasks
}

// Backlog returns the recorded backlog, or nil.
func (m *Meter) Backlog() *int {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.backlog
}

// addParallel adds the cost of concurrent calls: the sums of calls and units, and the maximum of the rounds.
func (m *Meter) addParallel(parts []*Meter) {
	var sum Cost
	for _, part := range parts {
		cost := part.Cost()
		sum.Calls += cost.Calls
		sum.ReadUnits += cost.ReadUnits
		sum.WriteUnits += cost.WriteUnits
		sum.Rounds = max(sum.Rounds, cost.Rounds)
	}
	m.add(sum)
}
