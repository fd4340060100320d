package indexstore

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mesa/shared/domain/field"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// TestWritesOfLargestTicketAreBounded moves a ticket whose thread has the maximum size, in entries with the maximum number of
// terms, to another requester, organization and department, with other participants. All attributes change, too.
func TestWritesOfLargestTicketAreBounded(t *testing.T) {
	var terms search.Ticket
	for size := 0; size < ticket.MaxTextSize; {
		body := differentWords(len(terms.Entries)*search.MaxStems, "k")
		part := search.Part{Public: search.NewDocument(body)}
		terms.Entries = append(terms.Entries, search.Entry{Version: int64(len(terms.Entries) + 1), Part: part})
		size += len(body)
	}
	record := func(name string, version int64) indexedItem {
		largest := ticket.Ticket{Number: "T000007", Version: version}
		largest.Requester.ID, largest.Department.ID = name, name
		largest.Requester.Organization.ID, largest.Requester.Organization.Shares = name, true
		for i := range ticket.MaxParticipants {
			largest.Participants = append(largest.Participants, ticket.Participant{ID: fmt.Sprintf("%s-%d", name, i)})
		}
		for i := range ticket.MaxTags {
			largest.Tags = append(largest.Tags, fmt.Sprintf("%s-%d", name, i))
		}
		for i := range field.MaxFields {
			largest.Fields = append(largest.Fields, field.Answer{FieldID: fmt.Sprint(name, i), Kind: field.Choice, Value: "1"})
		}
		attributes := search.Part{
			Public: search.NewDocument(differentWords(0, name+"pub")),
			Staff:  search.NewDocument(differentWords(0, name+"staff")),
		}
		return newIndexedItem(7, largest, attributes, time.UTC)
	}
	last := int64(len(terms.Entries))
	before, after := record("uno", last-1), record("dos", last)
	if len(after.Scopes) != maxScopes {
		t.Errorf("%d scopes", len(after.Scopes))
	}
	if len(after.Filters) != maxFilters {
		t.Errorf("%d filters", len(after.Filters))
	}
	total, largest := 0, 0
	for writes := range postingWrites(before, after, terms) {
		total, largest = total+len(writes), max(largest, len(writes))
	}
	t.Logf("%d entries: %d postings, at most %d in a scope", last, total, largest)
	if total > MaxPostingWrites || largest > 2*maxTerms {
		t.Errorf("%d postings, at most %d in a scope; the maximum is %d", total, largest, MaxPostingWrites)
	}
}

// differentWords returns a text of search.MaxStems different words with a suffix, starting with the word with the given index.
// Every third word has a digit.
func differentWords(first int, suffix string) string {
	var text strings.Builder
	for i := first; i < first+search.MaxStems; i++ {
		fmt.Fprintf(&text, "%c%c%c%c%s", 'b'+i%20, 'b'+i/20%20, 'b'+i/400%20, 'b'+i/8000%20, suffix)
		if i%3 == 0 {
			text.WriteByte('7')
		}
		text.WriteByte(' ')
	}
	return text.String()
}
