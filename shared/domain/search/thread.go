package search

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

// EntriesUntil returns the terms of the entries up to a version of the ticket, for a scope.
func (t Ticket) EntriesUntil(version int64, isStaffScope bool) Document {
	var documents []Document
	for _, entry := range t.Entries {
		if entry.Version <= version {
			documents = append(documents, entry.In(isStaffScope))
		}
	}
	return Merge(documents...)
}

// Posting identifies a posting: the record that a ticket has a term in a scope.
type Posting struct {
	Scope, Term string
	Number      int64
}
