package main

import (
	"testing"

	"mesa/tools/engines"
)

func TestEachEngineHasAnImplementation(t *testing.T) {
	for _, engine := range engines.All() {
		if implementations[engine.Name] == nil {
			t.Errorf("tools/stack does not implement %s", engine.Name)
		}
	}
	if len(implementations) != len(engines.All()) {
		t.Errorf("%d engines have %d implementations", len(engines.All()), len(implementations))
	}
}
