package cannedstore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/canned"
)

func TestResponseMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[canned.Response, responseItem]{To: newResponseItem, From: responseItem.response}.Check(t)
}
