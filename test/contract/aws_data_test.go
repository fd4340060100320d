package contract

import "testing"

// TestTableIsEncryptedWithoutRequestCharges checks that the table uses the key that DynamoDB owns unless a parameter names
// another. SSEEnabled without a key means the key aws/dynamodb, which is charged per request.
func TestTableIsEncryptedWithoutRequestCharges(t *testing.T) {
	all := templates(t)
	sse := all.templates["data"].at("Resources", "Table", "Properties", "SSESpecification")
	if condition, key := sse.at("Fn::If", 0).text(), sse.at("Fn::If", 1, "KMSMasterKeyId", "Ref").text(); condition != "HasEncryptionKey" || key != "EncryptionKeyArn" {
		t.Errorf("the table has SSESpecification %s", sse.JSON())
	}
	if key := all.templates["root"].at("Parameters", "EncryptionKeyArn", "Default"); key.value != "" {
		t.Errorf("the default key is %s", key.JSON())
	}
}

func TestDeletedFilesCanBeRecovered(t *testing.T) {
	bucket := templates(t).templates["data"].at("Resources", "Attachments", "Properties")
	if got := bucket.at("VersioningConfiguration", "Fn::If", 1, "Status").text(); got != "Enabled" {
		t.Errorf("the versioning of the attachments is %q", got)
	}
	days := 0.0
	for _, rule := range bucket.at("LifecycleConfiguration", "Rules").list() {
		days += rule.at("NoncurrentVersionExpiration", "NoncurrentDays").number()
	}
	if days != 30 {
		t.Errorf("deleted files can be recovered for %v days", days)
	}
}

// TestPoliciesCanRefuseRequestsWithoutKeys checks the parameter StrictKeys. ForAllValues is met by a request without partition
// keys; with StrictKeys, Null refuses such a request.
func TestPoliciesCanRefuseRequestsWithoutKeys(t *testing.T) {
	checked := 0
	for id, role := range templates(t).resources("AWS::IAM::Role") {
		for _, statement := range statements(role) {
			condition := statement.at("Condition")
			if condition.at("ForAllValues:StringLike").value == nil {
				continue
			}
			checked++
			if got := condition.at("Null", "Fn::If"); got.at(0).text() != "StrictKeys" || got.at(1, "dynamodb:LeadingKeys").text() != "false" {
				t.Errorf("%s: %s %s", id, statement.at("Action").text(), condition.JSON())
			}
		}
	}
	if checked == 0 {
		t.Error("no policy limits partition keys")
	}
}

// TestStackUsesTheRestoredTable checks the parameter RestoredTable: the stack refers to the restored table and its stream,
// and its own table leaves the stack without being deleted. A changed stream replaces the event source mappings, which start at the
// beginning of the new stream.
func TestStackUsesTheRestoredTable(t *testing.T) {
	all := templates(t)
	data := all.templates["data"]
	if got := data.at("Resources", "Table", "Condition").text(); got != "OwnsTable" {
		t.Errorf("the table has the condition %q", got)
	}
	if got := data.at("Conditions", "OwnsTable").JSON(); got != `{"Fn::Equals":[{"Ref":"RestoredTable"},""]}` {
		t.Errorf("the stack owns its table if %s", got)
	}
	for output, restored := range map[string]string{
		"TableName": `{"Ref":"RestoredTable"}`,
		"TableArn":  `{"Fn::Sub":"arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${RestoredTable}"}`,
		"StreamArn": `{"Ref":"RestoredStream"}`,
	} {
		if value := data.at("Outputs", output, "Value", "Fn::If"); value.at(0).text() != "OwnsTable" || value.at(2).JSON() != restored {
			t.Errorf("%s is %s", output, value.JSON())
		}
	}
	for _, function := range []string{"RouteFunctionStream", "NotifyFunctionStream"} {
		mapping := all.templates["root"].at("Resources", function, "Properties")
		if source, position := mapping.at("EventSourceArn").JSON(), mapping.at("StartingPosition").text(); source != `{"Fn::GetAtt":["Data","Outputs.StreamArn"]}` || position != "TRIM_HORIZON" {
			t.Errorf("%s reads %s from %s", function, source, position)
		}
	}
}
