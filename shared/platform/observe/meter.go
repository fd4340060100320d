// Package observe measures what a request costs, writes its one log line, and runs calls concurrently.
package observe

import (
	"context"
	"sync"
)

// Meter adds up the calls that one request makes to the table. Its methods are safe for concurrent use, and on nil.
type Meter struct {
	mu   sync.Mutex
	cost Cost
}

// Cost is what a request costs the table: calls, rounds (concurrent calls are one round), and capacity units.
type Cost struct {
	Calls, Rounds         int
	ReadUnits, WriteUnits float64
}

type meterKey struct{}

// Metered returns a context whose calls to the table are added up in the returned meter.
func Metered(ctx context.Context) (context.Context, *Meter) {
	m := new(Meter)
	return context.WithValue(ctx, meterKey{}, m), m
}

// Meters returns a context that has a meter: its own, else a new one.
func Meters(ctx context.Context) (context.Context, *Meter) {
	if m := MeterOf(ctx); m != nil {
		return ctx, m
	}
	return Metered(ctx)
}

// MeterOf returns the context's meter, or nil.
func MeterOf(ctx context.Context) *Meter {
	m, _ := ctx.Value(meterKey{}).(*Meter)
	return m
}

// Round records that the request waits once more for the table.
func (m *Meter) Round() { m.add(Cost{Rounds: 1}) }

// Call records one call and the capacity units that it consumed.
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

// addParallel adds the costs of concurrent calls: all their calls and units, the rounds of the longest.
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
