// Package observe measures what a request costs and writes its one log line.
package observe

import (
	"context"
	"sync"
)

// Meter adds up what one request asked of the table. Its methods may be called from many goroutines, and on nil.
type Meter struct {
	mu   sync.Mutex
	cost Cost
	// beside, if set, gets the calls and units but not the rounds: somebody else waits for them.
	beside *Meter
}

// Cost is what a request asked of the table: calls, rounds of calls (those made side by side are one round), and units.
type Cost struct {
	Calls, Rounds         int
	ReadUnits, WriteUnits float64
}

type meterKey struct{}

// Metered returns a context whose requests to the table are added up in the returned meter.
func Metered(ctx context.Context) (context.Context, *Meter) {
	m := new(Meter)
	return context.WithValue(ctx, meterKey{}, m), m
}

// Meters returns a context that is metered: by the meter that it has, else by a new one.
func Meters(ctx context.Context) (context.Context, *Meter) {
	if m := MeterOf(ctx); m != nil {
		return ctx, m
	}
	return Metered(ctx)
}

// Beside returns a context for what is asked beside another call: its calls and units are added up, its rounds are not.
func Beside(ctx context.Context) context.Context {
	return context.WithValue(ctx, meterKey{}, &Meter{beside: MeterOf(ctx)})
}

// MeterOf returns the context's meter, or nil.
func MeterOf(ctx context.Context) *Meter {
	m, _ := ctx.Value(meterKey{}).(*Meter)
	return m
}

// Round notes that the request waited once more for the table.
func (m *Meter) Round() { m.add(Cost{Rounds: 1}) }

// Call notes one call and the units that it consumed.
func (m *Meter) Call(readUnits, writeUnits float64) {
	m.add(Cost{Calls: 1, ReadUnits: readUnits, WriteUnits: writeUnits})
}

func (m *Meter) add(c Cost) {
	if m == nil {
		return
	}
	if m.beside != nil {
		c.Rounds = 0
		m.beside.add(c)
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.cost.Calls += c.Calls
	m.cost.Rounds += c.Rounds
	m.cost.ReadUnits += c.ReadUnits
	m.cost.WriteUnits += c.WriteUnits
}

// Cost returns what has been added up so far.
func (m *Meter) Cost() Cost {
	if m == nil {
		return Cost{}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.cost
}
