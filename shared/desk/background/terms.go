package background

import (
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// SearchTerms returns the search terms of a ticket (C2). Everybody who may read the ticket finds it by its subject, requester,
// texts in extra fields, messages, responses and status. Only staff find it by internal notes, reasons, file names, the
// requester's e-mail address, the organizations, the participants and the tags. organizations holds the organizations of the
// ticket by identifier.
func SearchTerms(t ticket.Ticket, entries []ticket.Entry, organizations map[string]account.Organization) search.Ticket {
	texts := []string{t.Subject, t.Requester.Name}
	for _, answer := range t.Fields {
		if answer.Kind == field.Text || answer.Kind == field.LongText {
			texts = append(texts, answer.Value)
		}
	}
	public := search.NewDocument(texts...)
	public.Terms = append(public.Terms, search.Term{Key: ticket.StatusTerm(t.Status)})
	terms := search.Ticket{Attributes: search.Part{Public: public, Staff: search.NewDocument(staffTexts(t, organizations)...)}}
	for _, entry := range entries {
		terms.Entries = append(terms.Entries, search.Entry{Version: entry.Version, Part: entryTerms(entry)})
	}
	return terms
}

// staffTexts returns the attributes of a ticket by which only staff find it.
func staffTexts(t ticket.Ticket, organizations map[string]account.Organization) []string {
	texts := append([]string{t.Requester.Email}, t.Tags...)
	for _, participant := range t.Participants {
		texts = append(texts, participant.Name)
	}
	for _, id := range t.OrganizationIDs() {
		texts = append(texts, organizations[id].Name)
	}
	return texts
}

func entryTerms(entry ticket.Entry) search.Part {
	staff := []string{entry.Reason}
	for _, file := range entry.Attachments {
		staff = append(staff, file.Filename)
	}
	body := plaintext.FromHTML(entry.Body)
	if entry.Kind == ticket.NoteEntry {
		return search.Part{Staff: search.NewDocument(append(staff, body)...)}
	}
	return search.Part{Public: search.NewDocument(body), Staff: search.NewDocument(staff...)}
}
