package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mesa/shared/domain/search"
)

// longThread returns the terms of a thread of 20 entries. Each entry has 300 different words, and a folio number that no other
// entry has.
func longThread() search.Ticket {
	all := strings.Fields(differentWords(20 * 300))
	var thread search.Ticket
	for i := range 20 {
		text := fmt.Sprintf("%s folio%03d", strings.Join(all[i*300:(i+1)*300], " "), i)
		thread.Entries = append(thread.Entries, search.Entry{Version: int64(i + 1), Part: search.Part{Public: search.NewDocument(text)}})
	}
	return thread
}

func TestThreadHasLimitedTerms(t *testing.T) {
	keys := longThread().EntriesUntil(20, false).Keys()
	if limit := search.MaxThreadWords + search.MaxThreadNumbers; len(keys) > limit {
		t.Errorf("%d terms, more than %d", len(keys), limit)
	}
	for i := range 20 {
		if folio := fmt.Sprintf("folio%03d", i); !slices.Contains(keys, folio) {
			t.Errorf("%s is not indexed", folio)
		}
	}
}

// TestLaterEntryKeepsTerms checks that a new entry removes no indexed terms of the thread, even if the thread has the maximum
// number of terms.
func TestLaterEntryKeepsTerms(t *testing.T) {
	thread := longThread()
	for version := range int64(20) {
		before, after := thread.EntriesUntil(version, false), thread.EntriesUntil(version+1, false)
		if _, removed := search.Diff(before, after); len(removed) > 0 {
			t.Errorf("version %d removes %d terms", version+1, len(removed))
		}
	}
}
