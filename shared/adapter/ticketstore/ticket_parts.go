package ticketstore

import (
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/ticket"
)

// refPart is the stored form of a reference in an entry of layout 1.
type refPart struct {
	ID   string `dynamodbav:"id"`
	Name string `dynamodbav:"name"`
}

func refs(from []refPart) []ticket.Ref {
	return mapEach(from, func(part refPart) ticket.Ref { return ticket.Ref(part) })
}

// linkPart is the stored form of a link in its ticket.
type linkPart struct {
	Kind   string `dynamodbav:"kind"`
	Number string `dynamodbav:"number"`
}

func newLinkPart(link ticket.Link) linkPart { return linkPart{string(link.Kind), string(link.Number)} }

func (p linkPart) link() ticket.Link {
	return ticket.Link{Kind: ticket.LinkKind(p.Kind), Number: ticket.Number(p.Number)}
}

func linkParts(from []ticket.Link) []linkPart { return mapEach(from, newLinkPart) }

func links(from []linkPart) []ticket.Link { return mapEach(from, linkPart.link) }

// carriedLinkPart is the stored form of a link of a ticket that was merged into this ticket.
type carriedLinkPart struct {
	linkPart
	Via string `dynamodbav:"via"`
}

func carriedLinkParts(from []ticket.CarriedLink) []carriedLinkPart {
	return mapEach(from, func(link ticket.CarriedLink) carriedLinkPart {
		return carriedLinkPart{newLinkPart(link.Link), string(link.Via)}
	})
}

func carriedLinks(from []carriedLinkPart) []ticket.CarriedLink {
	return mapEach(from, func(part carriedLinkPart) ticket.CarriedLink {
		return ticket.CarriedLink{Link: part.link(), Via: ticket.Number(part.Via)}
	})
}

// participantPart is the stored form of a participant in their ticket.
type participantPart struct {
	ID               string `dynamodbav:"id"`
	Name             string `dynamodbav:"name"`
	Role             string `dynamodbav:"role"`
	OrganizationID   string `dynamodbav:"organizationId,omitempty"`
	OrganizationName string `dynamodbav:"organizationName,omitempty"`
	MergedFrom       string `dynamodbav:"mergedFrom,omitempty"`
}

func participantParts(from []ticket.Participant) []participantPart {
	return mapEach(from, func(p ticket.Participant) participantPart {
		return participantPart{p.ID, p.Name, string(p.Role), p.Organization.ID, p.Organization.Name, string(p.MergedFrom)}
	})
}

func participants(from []participantPart) []ticket.Participant {
	return mapEach(from, func(part participantPart) ticket.Participant {
		return ticket.Participant{
			ID: part.ID, Name: part.Name, Role: account.Role(part.Role),
			Organization: ticket.Ref{ID: part.OrganizationID, Name: part.OrganizationName}, MergedFrom: ticket.Number(part.MergedFrom),
		}
	})
}

// answerPart is the stored form of an extra field's answer in its ticket.
type answerPart struct {
	ID     string               `dynamodbav:"id"`
	Kind   string               `dynamodbav:"kind"`
	Name   table.LocalizedText  `dynamodbav:"name"`
	Value  string               `dynamodbav:"value"`
	Option *table.LocalizedText `dynamodbav:"option,omitempty"`
}

func answerParts(from []field.Answer) []answerPart {
	return mapEach(from, func(a field.Answer) answerPart {
		part := answerPart{ID: a.FieldID, Kind: string(a.Kind), Name: table.LocalizedText(a.Name), Value: a.Value}
		if a.Kind == field.Choice {
			part.Option = new(table.LocalizedText(a.Option))
		}
		return part
	})
}

func answers(from []answerPart) []field.Answer {
	return mapEach(from, func(part answerPart) field.Answer {
		a := field.Answer{FieldID: part.ID, Kind: field.Kind(part.Kind), Name: part.Name.Text(), Value: part.Value}
		if part.Option != nil {
			a.Option = part.Option.Text()
		}
		return a
	})
}

// chosenParts returns the answers by which lists can be filtered, in the form of the card.
func chosenParts(from []field.Answer) map[string]string {
	chosen := map[string]string{}
	for _, a := range from {
		if a.Kind.Filterable() {
			chosen[a.FieldID] = a.Value
		}
	}
	return chosen
}

// fields returns the answers of the item, or the answers of the card if the item is an index entry that has only the card.
func (i ticketItem) fields() []field.Answer {
	if len(i.Fields) > 0 {
		return answers(i.Fields)
	}
	var chosen []field.Answer
	for id, value := range i.Card.Chosen {
		chosen = append(chosen, field.Answer{FieldID: id, Kind: field.Choice, Value: value})
	}
	return chosen
}

// mapEach converts every element. For an empty slice it returns nil, like a ticket without the attribute.
func mapEach[A, B any](from []A, convert func(A) B) []B {
	var all []B
	for _, element := range from {
		all = append(all, convert(element))
	}
	return all
}
