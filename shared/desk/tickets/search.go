package tickets

import (
	"context"
	"slices"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/search"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// Searcher reads the search index that route keeps.
type Searcher interface {
	// Postings returns, for each clause, the newest tickets below a number (0: of all) that have its term in the scopes.
	Postings(ctx context.Context, scopes []string, clauses []search.Clause, below int64, size int) ([]search.List, error)
	// NumbersBetween returns bounds of the numbers of what was opened in a span of time, somewhat wider: above the first and
	// below the second; 0 where that end is open.
	NumbersBetween(ctx context.Context, from, until time.Time) (above, below int64, err error)
	// Found returns tickets and, of some, what is indexed of them. What isn't there is missing from the maps.
	Found(ctx context.Context, numbers, documentsOf []ticket.Number) (map[ticket.Number]ticket.Ticket, map[ticket.Number]search.Document, error)
}

const (
	// postingsRead is how many postings of a term one page of a search reads.
	postingsRead = 100
	// mostFound is how many tickets one page of a search shows at most: tickets and their documents are one call.
	mostFound = 40
	// spareCandidates may turn out not to match without making a page short. One call takes 100 keys: two of each candidate,
	// and a number that was asked for.
	spareCandidates = 9
	// mostSteps bounds how often a search goes on for a page that would be empty.
	mostSteps = 4
)

// place is where a search goes on: below which ticket, and how its last word is read.
type place struct {
	Below  int64 `json:"b"`
	Prefix bool  `json:"p,omitempty"`
}

// search answers with the tickets that a query finds, newest first; the one whose number it is comes first. Without words it
// is a list by creation. What filters and statuses ask for are clauses beside the words; dates of creation bound the numbers.
func (l ListTickets) search(ctx context.Context, q string, list ticket.List, p api.ListTicketsParams, limit int, desk settings.Desk, view view) (api.ListTicketsResponseObject, error) {
	from, err := parsePlace(api.Given(p.Cursor))
	if err != nil {
		return nil, err
	}
	run := searching{
		ListTickets: l, query: search.ParseQuery(desk.Numbering, q), scopes: scopesOf(list, view.by, desk), desk: desk, view: view,
		list: list, filters: clausesOf(list, q == ""), limit: min(limit, mostFound),
	}
	if created := list.Filter.Created; !created.Zero() {
		if run.above, run.below, err = l.Search.NumbersBetween(ctx, created.From, created.Until); err != nil {
			return nil, err
		}
	}
	var found []ticket.Ticket
	if run.query.Number > 0 && from.Below == 0 {
		run.number = desk.Numbering.Format(run.query.Number)
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
	page := pageOf(found, from.position(), nil, view)
	if view.by.Role.IsStaff() {
		order := api.SortCreated
		page.Sort = &order
	}
	return page, nil
}

// clausesOf are the conditions of a list that are terms of the index: its statuses, whose it is, and its filter's; alone, that
// is without words, at least one.
func clausesOf(list ticket.List, alone bool) []search.Clause {
	groups := list.Filter.Groups
	if len(list.Statuses) < len(ticket.Statuses()) || alone && len(groups) == 0 {
		statuses := make([]string, 0, len(list.Statuses))
		for _, status := range list.Statuses {
			statuses = append(statuses, ticket.StatusTerm(status))
		}
		groups = append(slices.Clip(groups), statuses)
	}
	switch list.By {
	case ticket.ByAssignee:
		groups = append(slices.Clip(groups), []string{ticket.AssigneeTerm(list.Owners[0])})
	case ticket.ByUnassigned:
		groups = append(slices.Clip(groups), []string{ticket.AssigneeTerm("")})
	default: // the part of the index that is searched says whose
	}
	clauses := make([]search.Clause, 0, len(groups))
	for _, group := range groups {
		clauses = append(clauses, search.Clause{Key: group[0], Or: group[1:]})
	}
	return clauses
}

// searching is one search under way.
type searching struct {
	ListTickets
	query   search.Query
	number  ticket.Number
	scopes  []string
	desk    settings.Desk
	view    view
	list    ticket.List
	filters []search.Clause
	// above and below bound the numbers; 0 where there is no bound.
	above, below int64
	limit        int
}

// mayShow reports whether a found ticket is one that the list has and its reader may read: the index may be a moment old.
func (s *searching) mayShow(t ticket.Ticket) bool {
	return ticket.CanRead(t, s.view.by) && slices.Contains(s.list.Statuses, t.Status) && s.list.Due.Has(t.DueAt) && s.list.Filter.Accepts(t)
}

// step reads one page of postings of each clause, and the tickets that have them all.
func (s *searching) step(ctx context.Context, from place) ([]ticket.Ticket, place, error) {
	step, clauses, from, err := s.candidates(ctx, from)
	if err != nil {
		return nil, place{}, err
	}
	step = step.Above(s.above)
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
	if t, there := tickets[s.number]; there && s.mayShow(t) {
		found = append(found, t)
	}
	for _, n := range matches {
		number := s.desk.Numbering.Format(n)
		if t, there := tickets[number]; there && number != s.number && s.mayShow(t) {
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
	if s.query.IsGiven() && len(clauses) == 0 {
		return search.Step{}, nil, from, nil
	}
	ask := slices.Clone(clauses)
	if both {
		ask = append(ask, s.query.Prefix)
	}
	ask = append(ask, s.filters...)
	below := from.Below
	if below == 0 {
		below = s.below
	}
	lists, err := s.Search.Postings(ctx, s.scopes, ask, below, postingsRead)
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
func scopesOf(list ticket.List, by account.Person, desk settings.Desk) []string {
	if !by.Role.IsStaff() {
		scopes := []string{ticket.RequesterScope(by.ID)}
		if by.Organization.Shares {
			scopes = append(scopes, ticket.OrganizationScope(by.Organization.ID))
		}
		return scopes
	}
	departments := list.Owners
	if list.By == ticket.ByAssignee {
		departments = everyDepartment(desk)
	}
	scopes := make([]string, 0, len(departments))
	for _, id := range departments {
		scopes = append(scopes, ticket.DepartmentScope(id))
	}
	return scopes
}

func (p place) position() ticket.Position {
	if p.Below == 0 {
		return ""
	}
	return ticket.Position(cursor.Encode(p))
}

func parsePlace(text string) (place, error) {
	var wrong fault.Fields
	p := cursor.Decode(&wrong, text, func(p place) bool { return p.Below > 0 })
	return p, wrong.Err()
}
