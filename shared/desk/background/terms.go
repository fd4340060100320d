package background

import (
	"mesa/shared/domain/field"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// SearchTerms returns the search terms of a ticket (C2). Everybody who may read it finds it by its subject, requester, extra fields,
// messages, responses and status.
func SearchTerms(t ticket.Ticket, entries []ticket.Entry) search.Ticket {
	texts := []string{t.Subject, t.Requester.Name}
	for _, answer := range t.Fields {
		if answer.Kind == field.Text || answer.Kind == field.LongText {
			texts = append(texts, answer.Value)
		}
	}
	terms := search.Ticket{Attributes: search.Part{Public: search.NewDocument(texts...)}}
	terms.Attributes.Public.Terms = append(terms.Attributes.Public.Terms, search.Term{Key: ticket.StatusTerm(t.Status)})
	for _, entry := range entries {
		terms.Entries = append(terms.Entries, search.Entry{Version: entry.Version, Part: entryTerms(entry)})
	}
	return terms
}

func entryTerms(entry ticket.Entry) search.Part {
	if entry.Kind != ticket.MessageEntry && entry.Kind != ticket.ResponseEntry {
		return search.Part{}
	}
	return search.Part{Public: search.NewDocument(plaintext.FromHTML(entry.Body))}
}
