package contract

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// heavy are packages that weigh megabytes once they are imported, used or not, and the functions that may have them
// (Q10).
// bluemonday is slow rather than heavy: it compiles its expressions whenever a function starts (ADR 2). Only those that keep
// what somebody wrote, or mail it, wait for that.
var heavy = map[string][]string{
	"html/template": {"send-mail"},
	"text/template": {"send-mail"},
	"github.com/microcosm-cc/bluemonday": {
		"create-canned-response", "create-entry", "create-ticket", "save-article", "save-draft", "send-mail", "update-canned-response",
	},
	"github.com/wneessen/go-mail":   {"send-mail"},
	"mesa/shared/adapter/mail":      {"send-mail"},
	"github.com/getkin/kin-openapi": nil,
	"github.com/xuri/excelize/v2":   nil,
	"github.com/jhillyerd/enmime":   nil,
	"testing":                       nil,
}

func TestNoFunctionCarriesWhatItDoesNotUse(t *testing.T) {
	for _, folder := range folders(t) {
		out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-tags", "lambda.norpc", "../../functions/"+folder).Output()
		if err != nil {
			t.Fatalf("%s: %v", folder, err)
		}
		for dep := range strings.FieldsSeq(string(out)) {
			for name, allowed := range heavy {
				if (dep == name || strings.HasPrefix(dep, name+"/")) && !slices.Contains(allowed, folder) {
					t.Errorf("functions/%s carries %s", folder, dep)
				}
			}
		}
	}
}
