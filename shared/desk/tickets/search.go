package tickets

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"

	"mesa/shared/account"
	"mesa/shared/api"
	"mesa/shared/fault"
	"mesa/shared/search"
	"mesa/shared/settings"
	"mesa/shared/ticket"
)

// Searcher reads the search index that route keeps.
type Searcher interface {
	// Postings returns, for each clause, the newest tickets below a number (0: of all) that have its term in the scopes.
	Postings(ctx context.Context, scopes []string, clauses []search.Clause, below int64, size int) ([]search.List, error)
	// Found returns tickets and, of some, what is indexed of them. What isn't there is missing from the maps.
	Found(ctx context.Context, numbers, documentsOf []ticket.Number) (map[ticket.Number]ticket.Ticket, map[ticket.Number]search.Document, error)
}

const (
	// postingsRead is how many postings of a term one page of a search reads.
	postingsRead = 100
	// mostFound is how many tickets one page of a search shows at most: tickets and their documents are one call.
	mostFound = 40
	// spareCandidates may turn out not to match without making a page short.
	spareCandidates = 10
	// mostSteps bounds how often a search goes on for a page that would be empty.
	mostSteps = 4
)

// place is where a search goes on: below which ticket, and how its last word is read.
type place struct {
	Below  int64 `json:"b"`
	Prefix bool  `json:"p,omitempty"`
}

// search answers with the tickets that a query finds, newest first; the one whose number it is comes first.
func (l ListTickets) search(ctx context.Context, q string, p api.ListTicketsParams, limit int, desk settings.Desk, view view) (api.ListTicketsResponseObject, error) {
	from, err := parsePlace(deref(p.Cursor))
	if err != nil {
		return nil, err
	}
	query := search.ParseQuery(desk.Numbering, q)
	run := searching{ListTickets: l, query: query, scopes: scopesOf(view.by, desk), desk: desk, view: view, filter: p.Status, limit: min(limit, mostFound)}
	var found []ticket.Ticket
	if query.Number > 0 && from.Below == 0 {
		run.number = desk.Numbering.Format(query.Number)
	}
	for range mostSteps {
		var more []ticket.Ticket
		if more, from, err = run.step(ctx, from); err != nil {
			return nil, err
		}
		found = append(found, more...)
		if len(found) > 0 || from.Below == 0 {
			break
		}
	}
	return pageOf(found, from.position(), nil, view), nil
}

// searching is one search under way.
type searching struct {
	ListTickets
	query  search.Query
	number ticket.Number
	scopes []string
	desk   settings.Desk
	view   view
	filter *api.StatusFilter
	limit  int
}

// step reads one page of postings of each clause, and the tickets that have them all.
func (s *searching) step(ctx context.Context, from place) ([]ticket.Ticket, place, error) {
	step, clauses, from, err := s.candidates(ctx, from)
	if err != nil {
		return nil, place{}, err
	}
	if most := s.limit + spareCandidates; len(step.Candidates) > most {
		step.Candidates = step.Candidates[:most]
		step.Next = step.Candidates[most-1].Number
	}
	var numbers, unproven []ticket.Number
	if s.number != "" {
		numbers = append(numbers, s.number)
	}
	for _, candidate := range step.Candidates {
		if number := s.desk.Numbering.Format(candidate.Number); number != s.number {
			numbers = append(numbers, number)
		}
	}
	for _, n := range step.Unproven(len(step.Candidates)) {
		unproven = append(unproven, s.desk.Numbering.Format(n))
	}
	tickets, documents, err := s.Search.Found(ctx, numbers, unproven)
	if err != nil {
		return nil, place{}, err
	}
	matches, next := step.Settle(s.limit, func(n int64, clause int) (holds, known bool) {
		return documents[s.desk.Numbering.Format(n)].Matches(clauses[clause]), true
	})
	var found []ticket.Ticket
	if t, there := tickets[s.number]; there && mayShow(t, s.filter, s.view.by) {
		found = append(found, t)
	}
	for _, n := range matches {
		number := s.desk.Numbering.Format(n)
		if t, there := tickets[number]; there && number != s.number && mayShow(t, s.filter, s.view.by) {
			found = append(found, t)
		}
	}
	return found, place{Below: next, Prefix: from.Prefix}, nil
}

// candidates reads the postings. On the first page the last word is read both as a word and as the beginning of one, and what
// is found decides.
func (s *searching) candidates(ctx context.Context, from place) (search.Step, []search.Clause, place, error) {
	both := from.Below == 0 && s.query.Prefix.Key != "" && s.query.LastIsWord
	if from.Below == 0 && !both {
		from.Prefix = s.query.Prefix.Key != ""
	}
	clauses := s.query.Clauses(from.Prefix)
	if len(clauses) == 0 {
		return search.Step{}, nil, from, nil
	}
	ask := slices.Clone(clauses)
	if both {
		ask = append(ask, s.query.Prefix)
	}
	if s.filter != nil && *s.filter != api.StatusFilterAll {
		ask = append(ask, search.Clause{Key: ticket.StatusTerm(ticket.Status(*s.filter))})
	}
	lists, err := s.Search.Postings(ctx, s.scopes, ask, from.Below, postingsRead)
	if err != nil {
		return search.Step{}, nil, from, err
	}
	if both {
		words := len(clauses)
		drop := words // the prefix
		if from.Prefix = s.query.AsPrefix(lists[words-1]); from.Prefix {
			drop = words - 1
		}
		ask, lists = slices.Delete(ask, drop, drop+1), slices.Delete(lists, drop, drop+1)
	}
	return search.Intersect(lists), ask, from, nil
}

// scopesOf are the parts of the index that a person searches (C2, C5).
func scopesOf(by account.Person, desk settings.Desk) []string {
	if !by.Role.IsStaff() {
		scopes := []string{ticket.RequesterScope(by.ID)}
		if by.Organization.Shares {
			scopes = append(scopes, ticket.OrganizationScope(by.Organization.ID))
		}
		return scopes
	}
	scopes := make([]string, 0, len(desk.Departments))
	for _, department := range desk.Departments {
		scopes = append(scopes, ticket.DepartmentScope(department.ID))
	}
	return scopes
}

func (p place) position() ticket.Position {
	if p.Below == 0 {
		return ""
	}
	written, err := json.Marshal(p)
	if err != nil {
		panic("a number and a truth do not marshal: " + err.Error())
	}
	return ticket.Position(base64.RawURLEncoding.EncodeToString(written))
}

func parsePlace(cursor string) (place, error) {
	if cursor == "" {
		return place{}, nil
	}
	var p place
	written, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(written, &p)
	}
	if err != nil || p.Below <= 0 {
		var fields fault.Fields
		fields.Add("cursor", "field.format")
		return place{}, fields.Err()
	}
	return p, nil
}
