package mail

import (
	"slices"
	"strings"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/ticket"
)

// person returns the name of a person with their role and organization, such as "Ana Pérez (Agente)", or "" without a name. People
// choose their own names, so a name alone does not show who somebody is (P11).
func (w writer) person(p notify.Person) string {
	if p.Name == "" {
		return ""
	}
	var affiliation []string
	if p.Role != "" && p.Role != ticket.System {
		affiliation = append(affiliation, locale.Role(w.language, string(p.Role)))
	}
	if p.Organization != "" {
		affiliation = append(affiliation, p.Organization)
	}
	if len(affiliation) == 0 {
		return p.Name
	}
	return p.Name + " (" + strings.Join(affiliation, ", ") + ")"
}

// people returns the names of people with their roles and organizations, separated by commas.
func (w writer) people(people []notify.Person) string {
	names := make([]string, 0, len(people))
	for _, p := range people {
		names = append(names, w.person(p))
	}
	return strings.Join(names, ", ")
}

// defang defangs what other requesters wrote outside of the body: the subject, their names and the names of files (P11).
func (w *writer) defang() {
	texts := []*string{&w.Ticket.Requester.Name, &w.Author.Name}
	w.Guests = slices.Clone(w.Guests)
	for i := range w.Guests {
		texts = append(texts, &w.Guests[i].Name)
	}
	if !w.OwnTicket {
		texts = append(texts, &w.Ticket.Subject)
	}
	if w.isFromOtherRequester() {
		w.Attachments = slices.Clone(w.Attachments)
		for i := range w.Attachments {
			texts = append(texts, &w.Attachments[i])
		}
	}
	for _, text := range texts {
		*text, _ = plaintext.Defang(*text)
	}
}

// isFromOtherRequester reports whether the recipient is a requester, and another requester wrote the body.
func (w *writer) isFromOtherRequester() bool {
	return !w.To.Staff && w.Author.Role == account.Requester && w.Kind != notify.Created
}
