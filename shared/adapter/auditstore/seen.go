package auditstore

import (
	"sync"

	"mesa/shared/domain/audit"
)

// seenKey identifies the events of which RecordDaily records one.
type seenKey struct {
	kind               audit.Kind
	actor, object, day string
}

// maxSeen limits the memory of a process: about 2 MB.
const maxSeen = 10_000

// seen holds the keys that this process has recorded.
type seen struct {
	mu   sync.Mutex
	keys map[seenKey]bool
}

func newSeen() *seen { return &seen{keys: map[seenKey]bool{}} }

func (s *seen) contains(key seenKey) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.keys[key]
}

// add adds a key. A full set is emptied first, so that its events are recorded again.
func (s *seen) add(key seenKey) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.keys) >= maxSeen {
		clear(s.keys)
	}
	s.keys[key] = true
}
