package ticket

import (
	"errors"
	"slices"
)

// LinkKind is what a ticket is to another.
type LinkKind string

// The kinds, each with its counterpart on the other ticket. The first five are made by hand,
// the others by merging and splitting.
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

// Counterpart returns what the other ticket is to this one.
func (k LinkKind) Counterpart() LinkKind { return counterparts[k] }

// ByHand reports whether staff make and undo such links.
func (k LinkKind) ByHand() bool {
	return slices.Contains([]LinkKind{LinkRelated, LinkDuplicateOf, LinkDuplicatedBy, LinkCausedBy, LinkCauses}, k)
}

// Link is another ticket and what this one is to it.
type Link struct {
	Kind   LinkKind `json:"kind"`
	Number Number   `json:"number"`
}

// MaxLinks is how many links a ticket may have.
const MaxLinks = 50

var (
	// ErrSameTicket refuses to tie a ticket to itself.
	ErrSameTicket = errors.New("a ticket is not tied to itself")
	// ErrLinks refuses a link too many.
	ErrLinks = errors.New("the ticket has as many links as it can")
	// ErrMerged refuses a word on a ticket that was merged into another, and to merge it again.
	ErrMerged = errors.New("the ticket was merged into another")
)

// Step is one ticket's part in an act on two: the ticket as it becomes, and the entry that tells of it.
type Step struct {
	Ticket Ticket
	Entry  Entry
}

// Merged returns the ticket that this one was merged into; empty when it wasn't.
func (t Ticket) Merged() Number {
	for _, link := range t.Links {
		if link.Kind == LinkMergedInto {
			return link.Number
		}
	}
	return ""
}

// byHand returns the link that staff have made between the ticket and another.
func (t Ticket) byHand(other Number) (Link, bool) {
	for _, link := range t.Links {
		if link.Number == other && link.Kind.ByHand() {
			return link, true
		}
	}
	return Link{}, false
}

func (a *act) link(link Link) {
	a.ticket.Links = append(slices.Clone(a.ticket.Links), link)
}

// relink puts a link made by hand in the place of the one that there is; the zero one takes it away.
func (a *act) relink(other Number, now Link) {
	before, _ := a.ticket.byHand(other)
	a.ticket.Links = slices.DeleteFunc(slices.Clone(a.ticket.Links), func(l Link) bool { return l == before })
	if now.Number != "" {
		a.link(now)
	}
	a.record(LinkChanged{before, now})
}

// SetLink links two tickets by hand, or with the empty kind takes the link between them away; both tell it, to staff alone, and
// neither's last activity moves. ErrForbidden for requesters, ErrSameTicket, ErrLinks, ErrUnchanged where it is so already.
func SetLink(here, there Ticket, by Author, kind LinkKind, p Policy, w, other Write) (Step, Step, error) {
	now, back := Link{Kind: kind, Number: there.Number}, Link{Kind: kind.Counterpart(), Number: here.Number}
	if kind == "" {
		now, back = Link{}, Link{}
	}
	before, linked := here.byHand(there.Number)
	switch {
	case !by.Role.IsStaff():
		return Step{}, Step{}, ErrForbidden
	case here.Number == there.Number:
		return Step{}, Step{}, ErrSameTicket
	case before == now || !linked && kind == "":
		return Step{}, Step{}, ErrUnchanged
	case !linked && max(len(here.Links), len(there.Links)) >= MaxLinks:
		return Step{}, Step{}, ErrLinks
	}
	tie := func(t Ticket, to Number, link Link, w Write) Step {
		a := begin(t, by, EventEntry, w, p)
		a.ticket.UpdatedAt = t.UpdatedAt
		a.relink(to, link)
		return Step{a.ticket, a.entry}
	}
	return tie(here, there.Number, now, w), tie(there, here.Number, back, other), nil
}
