package contract

import (
	"maps"
	"net/http"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The personas of the access test. The ticket of the paths belongs to the owner.
//   - nobody has not signed in. deactivated, ended and expired are administrators: the account is disabled, the session was ended,
//     or the session has expired.
//   - colleague is of the owner's organization, which does not share its tickets. stranger is of another organization.
//   - sharer requests the ticket of a colleague whose organization shares its tickets.
//   - agent and supervisor are members of the ticket's department, otherAgent is an agent of another department.
var (
	visitors   = []string{"nobody", "deactivated", "ended", "expired"}
	requesters = []string{"owner", "participant", "colleague", "sharer", "stranger"}
	staff      = []string{"agent", "otherAgent", "supervisor", "admin"}

	people         = slices.Concat(requesters, staff)
	everyone       = slices.Concat(visitors, people)
	supervisors    = []string{"supervisor", "admin"}
	admins         = []string{"admin"}
	notAdmins      = without(people, admins...)
	notSupervisors = without(people, supervisors...)
	// readers may read the ticket. guests are the readers who are neither its requester nor staff.
	readers = slices.Concat([]string{"owner", "participant", "sharer"}, staff)
	guests  = []string{"participant", "sharer"}
)

// without returns the personas that are not excluded.
func without(personas []string, excluded ...string) []string {
	return slices.DeleteFunc(slices.Clone(personas), func(p string) bool { return slices.Contains(excluded, p) })
}

// accessRow is a request of an operation and the expected answers. The admitted personas get status, visitors who are not admitted
// 401, forbidden personas 403 and all others 404.
type accessRow struct {
	admitted []string
	// status is 200 for GET and 400 for other methods if it is 0.
	status    int
	forbidden []string
	// path is the path in the contract if it is empty. The values of its parameters are in accessFixture.values.
	path string
	// body is a malformed body if it is nil. It must be refused for another reason than access, or change nothing.
	body any
	// only are the personas who send the request; all if it is empty.
	only []string
}

// want returns the expected status of a persona's response.
func (r accessRow) want(method, persona string) int {
	switch {
	case slices.Contains(r.admitted, persona) && r.status != 0:
		return r.status
	case slices.Contains(r.admitted, persona) && method == http.MethodGet:
		return http.StatusOK
	case slices.Contains(r.admitted, persona):
		return http.StatusBadRequest
	case slices.Contains(visitors, persona):
		return http.StatusUnauthorized
	case slices.Contains(r.forbidden, persona):
		return http.StatusForbidden
	default:
		return http.StatusNotFound
	}
}

// TestEachOperationHasAnAccessRow compares the table with the contract. It needs no stack.
func TestEachOperationHasAnAccessRow(t *testing.T) {
	inTable := slices.Sorted(maps.Keys(accessTable))
	var operations []string
	for _, op := range inContract(t) {
		operations = append(operations, op.name)
	}
	if diff := cmp.Diff(operations, inTable); diff != "" {
		t.Errorf("-: add a row to accessTable; +: the contract has no such operation:\n%s", diff)
	}
}

// accessTable lists the expected answers of each operation. For most operations, a row only names who may call it.
var accessTable = map[string][]accessRow{
	// Everyone
	"create-session":         {{admitted: everyone}},
	"delete-session":         {{admitted: everyone, status: http.StatusNoContent}},
	"get-settings":           {{admitted: everyone}},
	"list-topics":            {{admitted: everyone}},
	"list-entities":          {{admitted: everyone}},
	"list-categories":        {{admitted: everyone}},
	"list-articles":          {{admitted: everyone}},
	"get-article":            {{admitted: everyone, status: http.StatusNotFound}},
	"record-article-use":     {{admitted: everyone}},
	"create-account-request": {{admitted: everyone}},
	"create-password-reset":  {{admitted: everyone}},
	"get-password-reset":     {{admitted: everyone, status: http.StatusNotFound, path: "/password-resets/nada"}},
	"reset-password":         {{admitted: everyone, path: "/password-resets/nada"}},

	// Everyone with an account
	"get-session":        {{admitted: people}},
	"extend-session":     {{admitted: people}},
	"list-sessions":      {{admitted: people}},
	"end-session":        {{admitted: people, status: http.StatusNotFound, path: "/sessions/unknown"}},
	"end-other-sessions": {{admitted: people, status: http.StatusNoContent}},
	"update-profile":     {{admitted: people}},
	"change-password":    {{admitted: people}},
	"create-ticket":      {{admitted: people}},
	"list-tickets":       {{admitted: people}, {admitted: staff, path: "/tickets?queue=open", only: staff}},
	"create-attachment":  {{admitted: people}},
	"get-draft":          {{admitted: people, status: http.StatusNotFound}},
	"save-draft":         {{admitted: people}},
	"delete-draft":       {{admitted: people, status: http.StatusNoContent}},

	// Tickets
	"get-ticket":     {{admitted: readers}},
	"list-links":     {{admitted: readers}},
	"get-attachment": {{admitted: readers, status: http.StatusFound, path: "/attachments/{file}", only: without(everyone, "sharer")}},
	"update-ticket": {
		{admitted: staff, forbidden: without(readers, staff...), body: map[string]any{"version": 1, "departmentId": "ninguno"}},
		{admitted: slices.Concat([]string{"owner"}, staff), status: http.StatusConflict, body: map[string]any{"version": 999, "status": "open"}, only: without(everyone, guests...)},
	},
	"create-entry": {
		{admitted: readers, body: map[string]any{"kind": "message", "body": ""}},
		{admitted: staff, forbidden: without(readers, staff...), body: map[string]any{"kind": "note", "body": "", "version": 1}},
	},
	"rate-ticket":        {{admitted: []string{"owner"}, status: http.StatusConflict, forbidden: slices.Concat(guests, staff), body: map[string]any{"score": 5}}},
	"add-participant":    {{admitted: slices.Concat([]string{"owner"}, staff), forbidden: guests, body: map[string]any{"login": "nadie.nunca"}}},
	"remove-participant": {{admitted: readers, status: http.StatusNoContent}},
	"link-ticket":        {{admitted: staff, forbidden: requesters, body: map[string]any{"number": "PNT000000", "kind": "related"}}},
	"unlink-ticket":      {{admitted: staff, status: http.StatusNotFound, forbidden: requesters}},
	"merge-ticket":       {{admitted: staff, forbidden: requesters, body: map[string]any{"into": "PNT000000", "version": 1}}},
	"undo-merge":         {{admitted: staff, status: http.StatusConflict, forbidden: requesters}},
	"split-ticket":       {{admitted: staff, status: http.StatusConflict, forbidden: requesters, body: map[string]any{"entryIds": []string{"01"}, "subject": "Otro", "topicId": "portal-obligaciones", "version": 1}}},
	"note-presence":      {{admitted: staff, status: http.StatusOK, forbidden: requesters, body: map[string]any{"doing": "gone"}}},

	// Staff
	"list-departments":       {{admitted: staff, forbidden: requesters}},
	"list-teams":             {{admitted: staff, forbidden: requesters}},
	"list-agents":            {{admitted: staff, forbidden: requesters}},
	"list-organizations":     {{admitted: staff, forbidden: requesters}},
	"list-tags":              {{admitted: staff, forbidden: requesters}},
	"list-mentions":          {{admitted: staff, forbidden: requesters}},
	"read-mention":           {{admitted: staff, status: http.StatusNoContent, forbidden: requesters, body: map[string]any{"version": 1}}},
	"update-availability":    {{admitted: slices.Concat([]string{"agent"}, supervisors), forbidden: without(people, "agent", "supervisor", "admin"), path: "/agents/{agent}/availability", body: map[string]any{"away": true, "backOn": "ayer"}}},
	"list-canned-responses":  {{admitted: staff, forbidden: requesters}},
	"create-canned-response": {{admitted: staff, forbidden: requesters}},
	"update-canned-response": {
		{admitted: staff, forbidden: requesters},
		{admitted: []string{"agent"}, status: http.StatusConflict, forbidden: requesters, path: "/canned-responses/{response}", body: map[string]any{"title": "Acceso", "language": "es", "body": "<p>Adiós</p>", "shared": false, "version": 999}},
	},
	"delete-canned-response": {{admitted: []string{"agent"}, status: http.StatusConflict, forbidden: requesters, path: "/canned-responses/{response}?version=999"}},
	"list-views":             {{admitted: staff, forbidden: requesters}},
	"create-view":            {{admitted: staff, forbidden: requesters}},
	"update-view":            {{admitted: staff, forbidden: requesters}},
	"delete-view":            {{admitted: []string{"agent"}, status: http.StatusConflict, forbidden: requesters, path: "/views/{view}?version=999"}},
	"save-article":           {{admitted: staff, forbidden: requesters}},
	"list-article-drafts":    {{admitted: staff, forbidden: requesters}},
	"get-article-draft":      {{admitted: staff, status: http.StatusNotFound, forbidden: requesters}},
	"delete-article-draft":   {{admitted: staff, forbidden: requesters}},
	"list-article-versions":  {{admitted: staff, status: http.StatusNotFound, forbidden: requesters}},
	"get-article-version":    {{admitted: staff, status: http.StatusNotFound, forbidden: requesters, path: "/articles/ninguno/versions/1"}},

	// Supervisors and administrators
	"list-routing-rules":   {{admitted: supervisors, forbidden: notSupervisors}},
	"try-routing":          {{admitted: supervisors, forbidden: notSupervisors}},
	"save-category":        {{admitted: supervisors, forbidden: notSupervisors}},
	"delete-category":      {{admitted: supervisors, status: http.StatusNoContent, forbidden: notSupervisors}},
	"publish-article":      {{admitted: supervisors, forbidden: notSupervisors}},
	"retire-article":       {{admitted: supervisors, forbidden: notSupervisors}},
	"list-article-figures": {{admitted: supervisors, forbidden: notSupervisors}},

	// Administrators
	"list-topic-settings":    {{admitted: admins, forbidden: notAdmins}},
	"save-topic":             {{admitted: admins, forbidden: notAdmins}},
	"save-department":        {{admitted: admins, forbidden: notAdmins}},
	"save-team":              {{admitted: admins, forbidden: notAdmins}},
	"save-organization":      {{admitted: admins, forbidden: notAdmins}},
	"get-desk-settings":      {{admitted: admins, forbidden: notAdmins}},
	"update-desk-settings":   {{admitted: admins, forbidden: notAdmins}},
	"update-routing-rules":   {{admitted: admins, forbidden: notAdmins}},
	"get-calendar":           {{admitted: admins, forbidden: notAdmins}},
	"update-calendar":        {{admitted: admins, forbidden: notAdmins}},
	"preview-calendar":       {{admitted: admins, forbidden: notAdmins}},
	"list-account-requests":  {{admitted: admins, forbidden: notAdmins}},
	"list-audit-events":      {{admitted: admins, forbidden: notAdmins}},
	"list-people":            {{admitted: admins, forbidden: notAdmins}},
	"create-person":          {{admitted: admins, forbidden: notAdmins}},
	"get-person":             {{admitted: admins, status: http.StatusNotFound, forbidden: notAdmins, path: "/people/nadie"}},
	"update-person":          {{admitted: admins, forbidden: notAdmins, path: "/people/nadie"}},
	"invite-person":          {{admitted: admins, forbidden: notAdmins, path: "/people/nadie/invitation"}},
	"decide-account-request": {{admitted: admins, forbidden: notAdmins, path: "/account-requests/nada/decision"}},
}
