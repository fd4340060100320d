package running

import "testing"

func TestOnlySmokeTestsUseAStackOnAWS(t *testing.T) {
	t.Setenv(smokeStack, "mesa-prod")
	if stack, err := Open(); err == nil {
		t.Errorf("Open returned the stack %q", stack.Name)
	}
}
