package contract

import (
	"slices"
	"testing"

	"mesa/shared/domain/canned"
)

// TestContractListsTheVariablesOfCannedResponses checks that the contract, from which the pages take the variables, lists the
// variables that the server accepts.
func TestContractListsTheVariablesOfCannedResponses(t *testing.T) {
	var inContract []canned.Variable
	for _, name := range contract(t).Components.Schemas["CannedVariable"].Value.Enum {
		inContract = append(inContract, canned.Variable(name.(string)))
	}
	if !slices.Equal(inContract, canned.Variables()) {
		t.Errorf("the contract has %v, the server %v", inContract, canned.Variables())
	}
}
