package contract

import (
	"testing"

	"mesa/shared/domain/canned"
)

// TestOneListOfVariables holds the contract's list of a canned response's variables, from which the page's is made, against
// the one that the server takes.
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
