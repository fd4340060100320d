package accountstore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
)

func TestAccountMappingsKeepAllFields(t *testing.T) {
	tabletest.Mapping[account.Person, personItem]{To: newPersonItem, From: personItem.person}.Check(t)
	tabletest.Mapping[account.Request, requestItem]{To: newRequestItem, From: requestItem.request}.Check(t)
}
