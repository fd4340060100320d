package indexstore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// tagItem counts the tickets that have a tag. Its sort key is the form in which tags are compared. It is not deleted when the
// count falls to 0, because the tag may be used again.
type tagItem struct {
	table.Header
	Tickets int `dynamodbav:"tickets"`
	// Shown is the form in which the tag was last added. It is missing if the tag was last added before this attribute existed.
	Shown string `dynamodbav:"shown,omitempty"`
}

// maxTagsRead is the maximum number of tags that TagUses reads, so that its cost is bounded.
const maxTagsRead = 100

// TagUses returns the tags in use that start with prefix, most used first. It reads only the first maxTagsRead tags with this
// prefix, in alphabetical order.
func (s *Store) TagUses(ctx context.Context, prefix string) ([]ticket.TagUse, error) {
	page, err := s.table.Query(ctx, table.Query{Partition: table.TagsPartition, Prefix: ticket.TagKey(prefix), Limit: maxTagsRead})
	if err != nil {
		return nil, err
	}
	stored, err := table.DecodeAll[tagItem](page.Items)
	if err != nil {
		return nil, err
	}
	uses := make([]ticket.TagUse, 0, len(stored))
	for _, tag := range stored {
		if tag.Tickets > 0 {
			uses = append(uses, ticket.TagUse{Tag: cmp.Or(tag.Shown, tag.SK), Tickets: tag.Tickets})
		}
	}
	slices.SortFunc(uses, func(a, b ticket.TagUse) int {
		return cmp.Or(cmp.Compare(b.Tickets, a.Tickets), strings.Compare(a.Tag, b.Tag))
	})
	return uses, nil
}

// tagWrites returns the writes that update the counts of the tags added to and removed from a ticket.
func tagWrites(before, after []string) []table.Write {
	var writes []table.Write
	for _, tag := range before {
		if !ticket.ContainsTag(after, tag) {
			writes = append(writes, table.Upsert(table.TagKey(tag), "tag").Add("tickets", -1))
		}
	}
	for _, tag := range after {
		if !ticket.ContainsTag(before, tag) {
			writes = append(writes, table.Upsert(table.TagKey(tag), "tag").Add("tickets", 1).Set("shown", tag))
		}
	}
	return writes
}
