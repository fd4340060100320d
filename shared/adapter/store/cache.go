package store

import (
	"cmp"
	"sync"
	"time"
)

// cacheFor is how long a function may go on with what it has read of the desk's make-up: a change by an administrator is
// seen everywhere after that.
const cacheFor = 10 * time.Second

// cache keeps what every request needs and hardly ever changes. Its zero value is empty.
type cache struct {
	mu      sync.Mutex
	lasts   time.Duration // zero stands for cacheFor
	entries map[string]cached
}

type cached struct {
	value any
	until time.Time
}

func (c *cache) get(name string) (any, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, ok := c.entries[name]
	if !ok || time.Now().After(found.until) {
		return nil, false
	}
	return found.value, true
}

func (c *cache) put(name string, value any) { c.keep(name, value, cmp.Or(c.lasts, cacheFor)) }

// keep is for what holds longer than most.
func (c *cache) keep(name string, value any, lasts time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries == nil {
		c.entries = make(map[string]cached)
	}
	c.entries[name] = cached{value: value, until: time.Now().Add(lasts)}
}
