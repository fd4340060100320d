package main

import (
	"bytes"
	"fmt"
	"strings"

	"mesa/shared/api"
	"mesa/shared/domain/permission"
	"mesa/shared/wiring"
)

// permissionTable generates the table of permissions in docs/permissions.md.
func permissionTable(current []byte) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("| permission | the person may | requester | agent | supervisor | administrator |\n|---|---|---|---|---|---|\n")
	for _, rule := range permission.Rules() {
		fmt.Fprintf(&out, "| `%s` | %s | %s | %s | %s | %s |\n", rule.Permission, rule.Meaning,
			relationsText(rule.Requester), relationsText(rule.Agent), relationsText(rule.Supervisor), relationsText(rule.Admin))
	}
	return between(current, "permissions", out.Bytes())
}

func relationsText(relations permission.Relations) string {
	switch {
	case relations == 0:
		return "–"
	case relations&permission.Anyone != 0:
		return "yes"
	}
	return strings.Join(relations.Names(), ", ")
}

// accessTable generates the table of operations in docs/permissions.md, by x-access.
func accessTable(current []byte) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("| access | operations |\n|---|---|\n")
	for _, access := range []api.Access{api.AccessPublic, api.AccessPerson, api.AccessStaff, api.AccessSupervisor, api.AccessAdmin} {
		var names []string
		for _, f := range wiring.Functions() {
			if f.Endpoint != nil && f.Endpoint.Access == access {
				names = append(names, f.Name)
			}
		}
		fmt.Fprintf(&out, "| `%s` | %s |\n", access, strings.Join(names, ", "))
	}
	return between(current, "access", out.Bytes())
}
