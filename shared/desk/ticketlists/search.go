package ticketlists

import (
	"context"
	"slices"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/search"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// Searcher reads the search index, which the function `route` updates.
type Searcher interface {
	// Postings returns, for each clause, a page of the newest tickets in the scopes that have a term of the clause and a number
	// less than below. A below of 0 means no limit. size is the number of postings that are read for each term.
	Postings(ctx context.Context, scopes []string, clauses []search.Clause, below int64, size int) ([]search.Postings, error)
	// NumbersBetween returns exclusive limits for the numbers of the tickets that were opened in a period. The limits may be
	// wider than necessary. 0 means no limit.
	NumbersBetween(ctx context.Context, from, until time.Time) (above, below int64, err error)
	// TicketsAndPostings returns tickets, and the words of postings, in one round. The maps have no entry for a ticket or posting
	// that does not exist.
	TicketsAndPostings(ctx context.Context, numbers []ticket.Number, postings []search.Posting) (map[ticket.Number]ticket.Ticket, map[search.Posting][]string, error)
}

const (
	// postingsPerStep is the number of postings that one step reads for each term.
	postingsPerStep = 100
	// maxFound is the maximum number of tickets on a page. One round reads the tickets and the postings to check.
	maxFound = 40
	// spareCandidates is the number of candidates that are read beyond the page size, in case some do not match. One call can
	// read 100 keys: for a query of two words two per candidate, and one for the ticket whose number was searched for.
	spareCandidates = 9
	// maxSteps is the maximum number of steps of a request. Another step follows only if the page is still empty.
	maxSteps = 4
)

// searchCursor is the cursor of a search. The search continues with numbers less than Below. Prefix reports whether the last
// word is used as a prefix.
type searchCursor struct {
	Below  int64 `json:"b"`
	Prefix bool  `json:"p,omitempty"`
}

// search returns a page of the tickets that match a query, newest first. If the query is a ticket number, that ticket comes
// first. Without words the result is a list sorted by creation. Filters and statuses are clauses, like words. A period of
// creation limits the ticket numbers.
func (l ListTickets) search(ctx context.Context, q string, list ticket.List, p api.ListTicketsParams, limit int, config settings.Configuration, view ticketview.View) (api.ListTickets200JSONResponse, error) {
	from, err := parseCursor(api.Given(p.Cursor))
	if err != nil {
		return api.ListTickets200JSONResponse{}, err
	}
	run := searchRun{
		ListTickets: l, query: search.ParseQuery(config.Numbering, q), scopes: scopesOf(list, view.Reader, config), config: config, view: view,
		list: list, filters: clausesOf(list, q == ""), limit: min(limit, maxFound),
	}
	if created := list.Filter.Created; !created.Zero() {
		if run.above, run.below, err = l.Search.NumbersBetween(ctx, created.From, created.Until); err != nil {
			return api.ListTickets200JSONResponse{}, err
		}
	}
	var found []ticket.Ticket
	if run.query.Number > 0 && from.Below == 0 {
		run.number = config.Numbering.Format(run.query.Number)
	}
	for range maxSteps {
		var tickets []ticket.Ticket
		if tickets, from, err = run.step(ctx, from); err != nil {
			return api.ListTickets200JSONResponse{}, err
		}
		found = append(found, tickets...)
		if len(found) > 0 || from.Below == 0 {
			break
		}
	}
	page := pageOf(found, from.position(), view)
	page.LeftOut = leftOut(run.query)
	if permission.Allows(permission.FilterLists, view.Reader.Role, permission.Anyone) {
		order := api.SortCreated
		page.Sort = &order
	}
	return page, nil
}

// leftOut returns what a search leaves out of the typed text, or nil.
func leftOut(query search.Query) *api.LeftOut {
	if len(query.Ignored) == 0 && query.ShortPrefix == "" {
		return nil
	}
	return &api.LeftOut{Words: append([]string{}, query.Ignored...), Prefix: api.Optional(query.ShortPrefix)}
}

// clausesOf returns the conditions of a list that are terms of the index: statuses, owners and filter. withoutWords reports
// that there are no words, so that at least one clause is needed.
func clausesOf(list ticket.List, withoutWords bool) []search.Clause {
	groups := list.Filter.Groups
	if len(list.Statuses) < len(ticket.Statuses()) || withoutWords && len(groups) == 0 {
		statuses := make([]string, 0, len(list.Statuses))
		for _, status := range list.Statuses {
			statuses = append(statuses, ticket.StatusTerm(status))
		}
		groups = append(slices.Clip(groups), statuses)
	}
	switch list.Dimension {
	case ticket.ByAssignee:
		groups = append(slices.Clip(groups), []string{ticket.AssigneeTerm(list.Owners[0])})
	case ticket.ByUnassigned:
		groups = append(slices.Clip(groups), []string{ticket.AssigneeTerm("")})
	default: // the scope already selects the owner
	}
	clauses := make([]search.Clause, 0, len(groups))
	for _, group := range groups {
		clauses = append(clauses, search.Clause{Key: group[0], Alternatives: group[1:]})
	}
	return clauses
}

// searchRun is the state of a search.
type searchRun struct {
	ListTickets
	query   search.Query
	number  ticket.Number
	scopes  []string
	config  settings.Configuration
	view    ticketview.View
	list    ticket.List
	filters []search.Clause
	// above and below are exclusive limits of the ticket numbers; 0 means no limit.
	above, below int64
	limit        int
}

// mayShow reports whether a found ticket belongs to the list and the reader may read it. This is checked on the ticket, because
// the index may be out of date.
func (s *searchRun) mayShow(t ticket.Ticket) bool {
	return ticket.CanRead(t, s.view.Reader) && slices.Contains(s.list.Statuses, t.Status) && s.list.Due.Contains(t.NextDeadline().At) && s.list.Filter.Accepts(t)
}

// step reads a page of postings for each clause, and the tickets that match all clauses.
func (s *searchRun) step(ctx context.Context, from searchCursor) ([]ticket.Ticket, searchCursor, error) {
	step, clauses, from, err := s.candidates(ctx, from)
	if err != nil {
		return nil, searchCursor{}, err
	}
	step = step.KeepAbove(s.above)
	if maxCandidates := s.limit + spareCandidates; len(step.Candidates) > maxCandidates {
		step.Candidates = step.Candidates[:maxCandidates]
		step.Next = step.Candidates[maxCandidates-1].Number
	}
	var numbers []ticket.Number
	if s.number != "" {
		numbers = append(numbers, s.number)
	}
	for _, candidate := range step.Candidates {
		if number := s.config.Numbering.Format(candidate.Number); number != s.number {
			numbers = append(numbers, number)
		}
	}
	words := max(0, len(clauses)-len(s.filters))
	tickets, postings, err := s.Search.TicketsAndPostings(ctx, numbers, step.Unverified(clauses[:words]))
	if err != nil {
		return nil, searchCursor{}, err
	}
	matches, next := step.Page(s.limit, func(candidate search.Candidate, i int) bool {
		if i >= words {
			return isFiltered(tickets[s.config.Numbering.Format(candidate.Number)], clauses[i])
		}
		return slices.ContainsFunc(clauses[i].Terms(), func(term string) bool {
			stored, exists := postings[search.Posting{Scope: candidate.Scope, Term: term, Number: candidate.Number}]
			return exists && clauses[i].Accepts(stored)
		})
	})
	var found []ticket.Ticket
	if t, exists := tickets[s.number]; exists && s.mayShow(t) {
		found = append(found, t)
	}
	for _, n := range matches {
		number := s.config.Numbering.Format(n)
		if t, exists := tickets[number]; exists && number != s.number && s.mayShow(t) {
			found = append(found, t)
		}
	}
	return found, searchCursor{Below: next, Prefix: from.Prefix}, nil
}

// isFiltered reports whether a ticket matches the clause of a filter. Filters are checked on the ticket, which has all their terms.
func isFiltered(t ticket.Ticket, filter search.Clause) bool {
	terms := ticket.FilterTerms(t)
	return slices.ContainsFunc(filter.Terms(), func(term string) bool { return slices.Contains(terms, term) })
}

// candidates reads the postings. On the first page it reads the last word both as a whole word and as a prefix, and uses the
// postings to decide which of the two the search uses.
func (s *searchRun) candidates(ctx context.Context, from searchCursor) (search.Step, []search.Clause, searchCursor, error) {
	tryBoth := from.Below == 0 && s.query.Prefix.Key != "" && s.query.LastIsWord
	if from.Below == 0 && !tryBoth {
		from.Prefix = s.query.Prefix.Key != ""
	}
	clauses := s.query.Clauses(from.Prefix)
	if s.query.IsGiven() && len(clauses) == 0 {
		return search.Step{}, nil, from, nil
	}
	readClauses := slices.Clone(clauses)
	if tryBoth {
		readClauses = append(readClauses, s.query.Prefix)
	}
	readClauses = append(readClauses, s.filters...)
	below := from.Below
	if below == 0 {
		below = s.below
	}
	lists, err := s.Search.Postings(ctx, s.scopes, readClauses, below, postingsPerStep)
	if err != nil {
		return search.Step{}, nil, from, err
	}
	if tryBoth {
		words := len(clauses)
		unused := words // index of the clause that is not used: the prefix
		if from.Prefix = s.query.AsPrefix(lists[words-1]); from.Prefix {
			unused = words - 1
		}
		readClauses, lists = slices.Delete(readClauses, unused, unused+1), slices.Delete(lists, unused, unused+1)
	}
	return search.Intersect(lists), readClauses, from, nil
}

// scopesOf returns the scopes in which a person searches (C2, C5).
func scopesOf(list ticket.List, by account.Person, config settings.Configuration) []string {
	if !permission.Allows(permission.FilterLists, by.Role, permission.Anyone) {
		scopes := []string{ticket.RequesterScope(by.ID)}
		if by.Organization.Shares {
			scopes = append(scopes, ticket.OrganizationScope(by.Organization.ID))
		}
		return scopes
	}
	departments := list.Owners
	if list.Dimension == ticket.ByAssignee {
		departments = config.DepartmentIDs()
	}
	scopes := make([]string, 0, len(departments))
	for _, id := range departments {
		scopes = append(scopes, ticket.DepartmentScope(id))
	}
	return scopes
}

func (p searchCursor) position() ticket.Position {
	if p.Below == 0 {
		return ""
	}
	return ticket.Position(cursor.Encode(p))
}

func parseCursor(text string) (searchCursor, error) {
	var errs fault.FieldErrors
	p := cursor.Decode(&errs, text, func(p searchCursor) bool { return p.Below > 0 })
	return p, errs.Err()
}
