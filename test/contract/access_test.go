//go:build stack

package contract

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"mesa/test/running"
)

// concurrentOperations is the number of operations to which the access test sends requests at the same time. Each operation gets one
// request at a time, so that the emulator starts one process for it.
const concurrentOperations = 6

// TestAccessToEachOperation sends the requests of accessTable as each persona, and compares the status of each response with the
// table. The requests change no data, except that delete-session ends sessions.
func TestAccessToEachOperation(t *testing.T) {
	f := newAccessFixture(t)
	requests := map[string][]accessRequest{}
	for _, op := range inContract(t) {
		for _, row := range accessTable[op.name] {
			requests[op.name] = append(requests[op.name], f.requests(op, row)...)
		}
	}
	last := requests["delete-session"] // ends the sessions
	delete(requests, "delete-session")
	f.send(requests)
	f.send(map[string][]accessRequest{"delete-session": last})
}

// accessRequest is a request of one persona.
type accessRequest struct {
	operation, persona, method, path string
	body                             any
	headers                          []string
	want                             int
}

// requests returns the requests of a row.
func (f *accessFixture) requests(op operation, row accessRow) []accessRequest {
	method, path, _ := strings.Cut(op.route, " /api")
	if row.path != "" {
		path = row.path
	}
	body := row.body
	if body == nil && method != http.MethodGet && method != http.MethodDelete {
		body = map[string]any{"name": 7, "title": 7, "username": 7} // malformed
	}
	var all []accessRequest
	for _, persona := range everyone {
		if len(row.only) > 0 && !slices.Contains(row.only, persona) {
			continue
		}
		all = append(all, accessRequest{
			operation: op.name, persona: persona, method: method, path: f.pathFor(persona).Replace(path), body: body,
			headers: slices.Concat(f.headers[persona], []string{"Idempotency-Key", "acceso-acceso-1"}), want: row.want(method, persona),
		})
	}
	return all
}

// send sends the requests of several operations, and compares the status of each response.
func (f *accessFixture) send(requests map[string][]accessRequest) {
	slots := make(chan struct{}, concurrentOperations)
	var sending sync.WaitGroup
	for _, ofOperation := range requests {
		slots <- struct{}{}
		sending.Go(func() {
			defer func() { <-slots }()
			for _, r := range ofOperation {
				f.sendOne(r)
			}
		})
	}
	sending.Wait()
}

func (f *accessFixture) sendOne(r accessRequest) {
	response, err := f.visitors[r.persona].Do(f.Context(), r.method, r.path, r.body, r.headers...)
	switch {
	case err != nil:
		f.Errorf("%s by %s: %v", r.operation, r.persona, err)
	case response.Status != r.want:
		f.Errorf("%s by %s: %s %s: %d, want %d: %s", r.operation, r.persona, r.method, r.path, response.Status, r.want, response.Body)
	}
}

// accessFixture holds the personas of the access test and the objects of its requests.
type accessFixture struct {
	*testing.T
	visitors map[string]*running.Visitor
	// headers are additional headers of a persona's requests.
	headers map[string][]string
	// values are the values of the parameters in paths.
	values map[string]string
	// sharedTicket is a ticket of an organization that shares its tickets. It is the ticket in the paths of the persona sharer.
	sharedTicket string
}

// pathFor returns the replacer of the parameters in a persona's paths. A parameter without a value gets an unknown identifier.
func (f *accessFixture) pathFor(persona string) *strings.Replacer {
	pairs := []string{"{id}", "ninguno", "{other}", "PNT000000", "{purpose}", "prueba"}
	if persona == "sharer" {
		pairs = append(pairs, "{number}", f.sharedTicket)
	}
	for name, value := range f.values {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...)
}
