package ticket

import (
	"errors"
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// LinkKind is the kind of relation to another ticket.
type LinkKind string

// The kinds of links. Staff can add links of the first five kinds. Merges and splits create links of the other kinds.
const (
	LinkRelated      LinkKind = "related"
	LinkDuplicateOf  LinkKind = "duplicate-of"
	LinkDuplicatedBy LinkKind = "duplicated-by"
	LinkCausedBy     LinkKind = "caused-by"
	LinkCauses       LinkKind = "causes"
	LinkMergedInto   LinkKind = "merged-into"
	LinkMergedFrom   LinkKind = "merged-from"
	LinkSplitInto    LinkKind = "split-into"
	LinkSplitFrom    LinkKind = "split-from"
)

var counterparts = map[LinkKind]LinkKind{
	LinkRelated: LinkRelated, LinkDuplicateOf: LinkDuplicatedBy, LinkDuplicatedBy: LinkDuplicateOf, LinkCausedBy: LinkCauses, LinkCauses: LinkCausedBy,
	LinkMergedInto: LinkMergedFrom, LinkMergedFrom: LinkMergedInto, LinkSplitInto: LinkSplitFrom, LinkSplitFrom: LinkSplitInto,
}

// Counterpart returns the kind that the same link has on the other ticket.
func (k LinkKind) Counterpart() LinkKind { return counterparts[k] }

// IsManual reports whether staff can add and remove links of this kind. Merges and splits create all other links.
func (k LinkKind) IsManual() bool {
	return slices.Contains([]LinkKind{LinkRelated, LinkDuplicateOf, LinkDuplicatedBy, LinkCausedBy, LinkCauses}, k)
}

// Link is a relation to another ticket.
type Link struct {
	Kind   LinkKind `json:"kind"`
	Number Number   `json:"number"`
}

// CarriedLink is a link of a ticket that was merged into this ticket. It concerns this ticket as long as the merged ticket has it.
type CarriedLink struct {
	Link
	// Via is the ticket that was merged.
	Via Number
}

// MaxLinks is the maximum number of links of a ticket.
const MaxLinks = 50

var (
	// ErrSameTicket reports a link or merge of a ticket with itself.
	ErrSameTicket = errors.New("source and target are the same ticket")
	// ErrTooManyLinks reports a link with which the ticket would exceed MaxLinks.
	ErrTooManyLinks = errors.New("the ticket already has the maximum number of links")
	// ErrMerged reports an act that is not allowed because the ticket was merged into another one.
	ErrMerged = errors.New("the ticket was merged into another")
)

// Change is the result of an act on one of several tickets: the ticket after the act, and the entry that records it.
type Change struct {
	Ticket Ticket
	Entry  Entry
}

// MergedInto returns the ticket into which this ticket was merged, or "" if it was not merged.
func (t Ticket) MergedInto() Number {
	for _, link := range t.Links {
		if link.Kind == LinkMergedInto {
			return link.Number
		}
	}
	return ""
}

// AllLinks returns the links of the ticket, and a link to the ticket that it follows up, which does not store a link back.
func (t Ticket) AllLinks() []Link {
	linked := slices.ContainsFunc(t.Links, func(l Link) bool { return l.Number == t.Related })
	if t.Related == "" || linked {
		return t.Links
	}
	return append(slices.Clone(t.Links), Link{Kind: LinkRelated, Number: t.Related})
}

// carryLinks adds the links of a ticket that is merged into this one, except those to tickets to which this one is linked. It
// returns ErrTooManyLinks.
func (a *act) carryLinks(source Ticket) error {
	linked := map[Number]bool{a.ticket.Number: true}
	for _, link := range a.ticket.AllLinks() {
		linked[link.Number] = true
	}
	carried := slices.Clone(a.ticket.CarriedLinks)
	for _, link := range carried {
		linked[link.Number] = true
	}
	add := func(link Link) {
		if !linked[link.Number] {
			linked[link.Number] = true
			carried = append(carried, CarriedLink{link, source.Number})
		}
	}
	for _, link := range source.AllLinks() {
		add(link)
	}
	for _, link := range source.CarriedLinks {
		add(link.Link)
	}
	if len(carried) > MaxLinks {
		return ErrTooManyLinks
	}
	a.ticket.CarriedLinks = carried
	return nil
}

// manualLink returns the link to another ticket that staff added. It returns false if there is none.
func (t Ticket) manualLink(other Number) (Link, bool) {
	for _, link := range t.Links {
		if link.Number == other && link.Kind.IsManual() {
			return link, true
		}
	}
	return Link{}, false
}

func (a *act) addLink(link Link) {
	a.ticket.Links = append(slices.Clone(a.ticket.Links), link)
}

func (a *act) removeLink(link Link) {
	a.ticket.Links = slices.DeleteFunc(slices.Clone(a.ticket.Links), func(l Link) bool { return l == link })
}

// setLink replaces the link to another ticket that staff added. The zero Link removes it.
func (a *act) setLink(other Number, after Link) {
	before, _ := a.ticket.manualLink(other)
	a.removeLink(before)
	if after.Number != "" {
		a.addLink(after)
	}
	a.record(LinkChanged{before, after})
}

// SetLink adds or changes the link between two tickets, or removes it if the kind is empty. The change is recorded in the
// history of both tickets, in entries that only staff may see, and does not count as activity. It returns ErrForbidden for
// people without the permission for both tickets, or ErrSameTicket, ErrTooManyLinks or ErrUnchanged.
func SetLink(source, target Ticket, by account.Person, kind LinkKind, p Policy, sourceWrite, targetWrite Write) (Change, Change, error) {
	link, counterpart := Link{Kind: kind, Number: target.Number}, Link{Kind: kind.Counterpart(), Number: source.Number}
	if kind == "" {
		link, counterpart = Link{}, Link{}
	}
	before, linked := source.manualLink(target.Number)
	switch {
	case !Allows(permission.LinkTickets, source, by) || !Allows(permission.LinkTickets, target, by):
		return Change{}, Change{}, ErrForbidden
	case source.Number == target.Number:
		return Change{}, Change{}, ErrSameTicket
	case before == link || !linked && kind == "":
		return Change{}, Change{}, ErrUnchanged
	case !linked && max(len(source.Links), len(target.Links)) >= MaxLinks:
		return Change{}, Change{}, ErrTooManyLinks
	}
	set := func(t Ticket, to Number, link Link, w Write) Change {
		a := begin(t, AuthorOf(by), EventEntry, w, p)
		a.ticket.UpdatedAt = t.UpdatedAt
		a.setLink(to, link)
		return Change{a.ticket, a.entry}
	}
	return set(source, target.Number, link, sourceWrite), set(target, source.Number, counterpart, targetWrite), nil
}
