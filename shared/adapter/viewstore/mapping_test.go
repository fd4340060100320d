package viewstore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/view"
)

func TestViewMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[view.View, viewItem]{To: newViewItem, From: viewItem.view}.Check(t)
}
