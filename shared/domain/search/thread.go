package search

// The limits of the terms of a thread, so that the number of writes of a ticket that changes its scopes is bounded.
const (
	// MaxThreadWords is the maximum number of terms of a thread that have no digits.
	MaxThreadWords = 1500
	// MaxThreadNumbers is the maximum number of terms of a thread that have digits, such as those of numbers and codes.
	MaxThreadNumbers = 500
)

// Part holds the terms of a part of a ticket: of its attributes or of an entry.
type Part struct {
	// Public holds the terms of texts that everybody who may read the ticket may read. Staff holds further terms, by which only
	// staff find the ticket.
	Public, Staff Document
}

// In returns the terms of the part for a scope.
func (p Part) In(isStaffScope bool) Document {
	if isStaffScope {
		return Merge(p.Public, p.Staff)
	}
	return p.Public
}

// Entry holds the terms of an entry of a ticket's thread.
type Entry struct {
	Part
	// Version is the version of the ticket after the entry.
	Version int64
}

// Ticket holds the terms of a ticket.
type Ticket struct {
	Attributes Part
	Entries    []Entry
}

// EntriesUntil returns the terms of the entries up to a version of the ticket, for a scope. If the entries have more terms than
// the limits of a thread, it returns those that occur first. So a later entry never replaces indexed terms.
func (t Ticket) EntriesUntil(version int64, isStaffScope bool) Document {
	var documents []Document
	for _, entry := range t.Entries {
		if entry.Version <= version {
			documents = append(documents, entry.In(isStaffScope))
		}
	}
	return firstTerms(Merge(documents...))
}

// firstTerms returns the first terms of the document, up to the limits of a thread.
func firstTerms(document Document) Document {
	var first Document
	words, numbers := 0, 0
	for _, term := range document.Terms {
		count, limit := &words, MaxThreadWords
		if hasDigit(term.Key) {
			count, limit = &numbers, MaxThreadNumbers
		}
		if *count < limit {
			*count++
			first.Terms = append(first.Terms, term)
		}
	}
	return first
}

// Posting identifies a posting: the record that a ticket has a term in a scope.
type Posting struct {
	Scope, Term string
	Number      int64
}
