package wiring

import (
	"maps"
	"slices"
	"testing"

	"mesa/shared/api"
)

// TestReadersOfFilesMayListTheBucket checks that a function that reads files can distinguish a missing file. Without the grant of
// s3:ListBucket, S3 responds to the HEAD or the copy of a missing object with 403 instead of 404, and the function with 503.
func TestReadersOfFilesMayListTheBucket(t *testing.T) {
	may := func(function Function, action string) bool {
		return slices.ContainsFunc(function.Grants, func(g Grant) bool { return g.Action == action && g.Resource == Bucket })
	}
	readers := 0
	for _, function := range Functions() {
		if !may(function, "s3:GetObject") {
			continue
		}
		readers++
		if !may(function, "s3:ListBucket") {
			t.Errorf("%s may read files, but not list the bucket", function.Name)
		}
	}
	if readers == 0 {
		t.Error("no function reads files")
	}
}

// TestOnlyAdministratorsChangeRoles checks that a function that not only administrators may call updates only attributes of people
// that do not determine what a person may do.
func TestOnlyAdministratorsChangeRoles(t *testing.T) {
	updaters := map[string]bool{}
	for _, function := range Functions() {
		for _, grant := range function.Grants {
			if grant.Resource != Table || !grant.Allows("PERSON#x") && !grant.Allows("STAFF") || !slices.Contains([]string{"dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"}, grant.Action) {
				continue
			}
			if function.Endpoint != nil && function.Endpoint.Access == api.AccessAdmin {
				continue
			}
			updaters[function.Name] = true
			for _, attribute := range []string{"role", "departments", "organization", "disabled", "email", "username"} {
				if grant.AllowsAttributes([]string{"pk", "sk", "name", attribute}) {
					t.Errorf("%s may change the attribute %s of people", function.Name, attribute)
				}
			}
			if !grant.AllowsAttributes(grant.Attributes) {
				t.Errorf("%s: %q", function.Name, grant.Attributes)
			}
		}
	}
	if want := map[string]bool{"update-profile": true, "update-availability": true}; !maps.Equal(updaters, want) {
		t.Errorf("functions that change people, besides those of administrators: %v, want %v", updaters, want)
	}
}

// TestNoFunctionChangesAuditEvents checks that functions may only add audit events and list them. A put of an existing event fails,
// because auditstore puts with a condition; a policy cannot require it.
func TestNoFunctionChangesAuditEvents(t *testing.T) {
	writers := 0
	for _, function := range Functions() {
		for _, grant := range function.Grants {
			if grant.Resource != Table || grant.Index != "" || !grant.Allows("AUDIT#2026-11") {
				continue
			}
			switch grant.Action {
			case "dynamodb:PutItem":
				writers++
			case "dynamodb:Query":
			default:
				t.Errorf("%s may use %s on audit events", function.Name, grant.Action)
			}
		}
	}
	if writers == 0 {
		t.Error("no function adds audit events")
	}
}
