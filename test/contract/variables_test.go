package contract

import (
	"testing"

	"mesa/shared/domain/canned"
)

// TestOneListOfVariables compares the variables of canned responses in the contract, which the pages use, with those that the
// server accepts.
func TestOneListOfVariables(t *testing.T) {
	told := contract(t).Components.Schemas["CannedVariable"].Value.Enum
	if len(told) != len(canned.Variables()) {
		t.Fatalf("the contract has %v, the server %v", told, canned.Variables())
	}
	for i, variable := range canned.Variables() {
		if told[i] != string(variable) {
			t.Errorf("the contract has %v, the server %v", told[i], variable)
		}
	}
}
