package contract

import (
	"strings"
	"testing"
)

// TestOriginSecretIsADynamicReference checks that in AWS CloudFront sends the active secret, and every endpoint accepts the
// active and the next secret, by dynamic references to OriginSecret. The emulator does not support dynamic references.
func TestOriginSecretIsADynamicReference(t *testing.T) {
	all := templates(t)
	const active = "{{resolve:secretsmanager:${OriginSecret}:SecretString:active${Version}}}"
	origins := all.templates["site"].at("Resources", "Distribution", "Properties", "DistributionConfig", "Origins")
	if got := origins.at(1, "Fn::If", 1, "OriginCustomHeaders", 0, "HeaderValue", "Fn::Sub", 0).text(); got != active {
		t.Errorf("CloudFront sends %s", got)
	}
	accepted := all.templates["root"].at("Resources", "OriginProofs", "Properties", "Value", "Fn::Sub", 0).text()
	if accepted != active+","+strings.Replace(active, "active", "next", 1) {
		t.Errorf("the functions accept %s", accepted)
	}
	endpoints := 0
	for id, function := range all.resources("AWS::Lambda::Function") {
		if proof := function.at("Properties", "Environment", "Variables", "ORIGIN_PROOF"); proof.value != nil {
			endpoints++
			if got := proof.at("Fn::If", 1).JSON(); got != `{"Fn::GetAtt":["OriginProofs","Value"]}` {
				t.Errorf("%s accepts %s", id, got)
			}
		}
	}
	if endpoints != len(inContract(t)) {
		t.Errorf("%d of %d endpoints check the proof", endpoints, len(inContract(t)))
	}
}

// TestDynamicReferencesStayUnderTheLimit checks that no template has more than the 60 dynamic references that CloudFormation
// allows. cfn-lint does not check it.
func TestDynamicReferencesStayUnderTheLimit(t *testing.T) {
	total := 0
	for name, template := range templates(t).templates {
		count := strings.Count(template.JSON(), "{{resolve:")
		if total += count; count > 60 {
			t.Errorf("%s has %d dynamic references", name, count)
		}
	}
	if total == 0 {
		t.Error("no template has a dynamic reference")
	}
}
