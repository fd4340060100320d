package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// gatewayProblems lists the types of responses that the gateway sends without calling a function, with the problem that each
// contains. The two DEFAULT types apply to all types that are not listed.
var gatewayProblems = []struct {
	responseType string
	status       int
	kind         fault.Kind
}{
	{"MISSING_AUTHENTICATION_TOKEN", 404, fault.NotFound}, // the gateway's name for an unknown route
	{"RESOURCE_NOT_FOUND", 404, fault.NotFound},
	{"REQUEST_TOO_LARGE", 413, fault.TooLarge},
	{"UNSUPPORTED_MEDIA_TYPE", 415, fault.UnsupportedMediaType},
	{"THROTTLED", 429, fault.Unavailable},
	{"QUOTA_EXCEEDED", 429, fault.Unavailable},
	{"ACCESS_DENIED", 403, fault.Forbidden},
	{"UNAUTHORIZED", 401, fault.Unauthenticated},
	{"WAF_FILTERED", 429, fault.Unavailable},
	{"INTEGRATION_TIMEOUT", 504, fault.Unavailable},
	{"INTEGRATION_FAILURE", 502, fault.Unavailable},
	{"DEFAULT_4XX", 400, fault.Malformed},
	{"DEFAULT_5XX", 500, fault.Unexpected},
}

// gatewayResponses generates the gateway responses of template.yaml as problem documents. A template cannot read the language of
// the request, so the text is in Spanish.
func gatewayResponses(current []byte) ([]byte, error) {
	var out bytes.Buffer
	for _, p := range gatewayProblems {
		document, err := json.Marshal(map[string]any{
			"type": "urn:mesa:problem:" + string(p.kind), "status": p.status, "requestId": "$context.requestId",
			"title": locale.ProblemTitle(locale.Spanish, string(p.kind)), "detail": locale.ProblemDetail(locale.Spanish, string(p.kind)),
		})
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, `        %s:
          StatusCode: %d
          ResponseParameters: { Headers: { Content-Type: "'application/problem+json'" } }
          ResponseTemplates: { application/json: '%s' }
`, p.responseType, p.status, document)
	}
	return between(current, "gateway", out.Bytes())
}
