package store

import "mesa/shared/domain/ticket"

// linkPart is a link as its ticket keeps it.
type linkPart struct {
	Kind   string `dynamodbav:"kind"`
	Number string `dynamodbav:"number"`
}

func linkParts(from []ticket.Link) []linkPart {
	parts := make([]linkPart, 0, len(from))
	for _, link := range from {
		parts = append(parts, linkPart{string(link.Kind), string(link.Number)})
	}
	return parts
}

func links(from []linkPart) []ticket.Link {
	var all []ticket.Link
	for _, part := range from {
		all = append(all, ticket.Link{Kind: ticket.LinkKind(part.Kind), Number: ticket.Number(part.Number)})
	}
	return all
}
