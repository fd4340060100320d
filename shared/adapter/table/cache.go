package table

import (
	"maps"
	"sync"
	"time"
)

// cache holds values that requests read often and that seldom change.
type cache struct {
	// lifetime is the time for which Cached caches a value, so a change is visible in every process after this time. With 0,
	// Cached always loads.
	lifetime time.Duration
	mu       sync.Mutex
	entries  map[string]cacheEntry
}

// At maxCacheEntries entries, PutCached removes the expired entries, so that the memory of a process that runs for days does
// not grow.
const maxCacheEntries = 1000

type cacheEntry struct {
	value   any
	expires time.Time
}

// Cached returns the cached value of a name. If no value is cached, it calls load and caches the result. Callers share the
// value and must not modify it.
func Cached[T any](t *Table, name string, load func() (T, error)) (T, error) {
	if value, ok := Lookup[T](t, name); ok {
		return value, nil
	}
	value, err := load()
	if err == nil {
		t.PutCached(name, value, t.CacheLifetime())
	}
	return value, err
}

// Lookup returns the cached value of a name, and whether a value is cached and has not expired.
func Lookup[T any](t *Table, name string) (T, bool) {
	t.cache.mu.Lock()
	defer t.cache.mu.Unlock()
	entry, ok := t.cache.entries[name]
	if !ok || !time.Now().Before(entry.expires) {
		var none T
		return none, false
	}
	return entry.value.(T), true
}

// CacheLifetime returns the lifetime of the values that Cached caches.
func (t *Table) CacheLifetime() time.Duration { return t.cache.lifetime }

// PutCached caches a value for a lifetime.
func (t *Table) PutCached(name string, value any, lifetime time.Duration) {
	t.cache.mu.Lock()
	defer t.cache.mu.Unlock()
	if t.cache.entries == nil {
		t.cache.entries = make(map[string]cacheEntry)
	}
	if len(t.cache.entries) >= maxCacheEntries {
		t.cache.removeExpired()
	}
	t.cache.entries[name] = cacheEntry{value: value, expires: time.Now().Add(lifetime)}
}

func (c *cache) removeExpired() {
	now := time.Now()
	maps.DeleteFunc(c.entries, func(_ string, entry cacheEntry) bool { return !now.Before(entry.expires) })
}
