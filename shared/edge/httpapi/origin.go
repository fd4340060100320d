package httpapi

import (
	"crypto/subtle"
	"net/http"
	"slices"
	"strings"

	"mesa/shared/domain/fault"
)

// proofHeader is the header with the origin proof. CloudFront sets it on each request (infra/site.yaml) and overwrites the value
// that a client sends.
const proofHeader = "X-Origin-Proof"

// minProofLength is the minimum length of an origin proof. Shorter values are placeholders.
const minProofLength = 32

// OriginProofs holds the secrets that prove that a request came through CloudFront, which adds one of them to each request.
// Requests without a secret are refused, because they bypass the firewall. The list may have two secrets, so that the secret can
// be replaced without interruption. An empty list permits all requests; it is for stacks without CloudFront.
type OriginProofs []string

// ParseOriginProofs returns the secrets in a list that is separated by commas. It ignores values shorter than minProofLength.
// "off" means no secrets. It panics if the list has no secret, so that a function without a secret does not start.
func ParseOriginProofs(list string) OriginProofs {
	if list == "off" {
		return nil
	}
	proofs := slices.DeleteFunc(strings.Split(list, ","), func(proof string) bool { return len(proof) < minProofLength })
	if len(proofs) == 0 {
		panic("no origin proof has at least 32 characters")
	}
	return proofs
}

// accept reports whether a request has one of the secrets.
func (p OriginProofs) accept(r *http.Request) bool {
	sent := []byte(r.Header.Get(proofHeader))
	return slices.ContainsFunc(p, func(proof string) bool { return subtle.ConstantTimeCompare(sent, []byte(proof)) == 1 })
}

// fromCloudFront refuses requests that did not come through CloudFront, unless the list of secrets is empty.
func fromCloudFront(e Endpoint, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(e.OriginProofs) > 0 && !e.OriginProofs.accept(r) {
			writeProblem(w, withLanguage(r), fault.New(fault.Forbidden))
			return
		}
		next.ServeHTTP(w, r)
	})
}
