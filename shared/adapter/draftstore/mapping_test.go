package draftstore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/draft"
)

func TestDraftMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[draft.Draft, draftItem]{To: newDraftItem, From: draftItem.draft}.Check(t)
}
