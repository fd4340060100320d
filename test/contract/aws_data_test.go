package contract

import (
	"testing"
	"time"

	"mesa/shared/adapter/files"
	"mesa/shared/domain/ticket"
)

// TestTableIsEncryptedWithoutRequestCharges checks that SSESpecification depends on HasEncryptionKey and uses EncryptionKeyArn,
// which is empty by default. Without SSESpecification, the table uses the key that DynamoDB owns. SSEEnabled without a key
// means the key aws/dynamodb, which is charged per request.
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
	for _, rule := range bucket.at("LifecycleConfiguration", "Rules").list() {
		if rule.at("Id").text() == "old-versions" && (rule.at("NoncurrentVersionExpiration", "NoncurrentDays").number() != 30 || rule.at("Prefix").value != nil) {
			t.Errorf("deleted files can be recovered for %s", rule.JSON())
		}
	}
}

// TestOnlyUnclaimedUploadsExpire checks that the bucket deletes uploads when their records expire (P5), and nothing else: the only
// rule that expires current objects is limited to the prefix of uploads, which no sent file has.
func TestOnlyUnclaimedUploadsExpire(t *testing.T) {
	rules := 0
	for _, rule := range templates(t).templates["data"].at("Resources", "Attachments", "Properties", "LifecycleConfiguration", "Rules").list() {
		days := rule.at("ExpirationInDays").number()
		if days == 0 {
			continue
		}
		rules++
		if prefix := rule.at("Prefix").text(); prefix != files.UploadPrefix || time.Duration(days)*24*time.Hour != ticket.UnclaimedLifetime || rule.at("Status").text() != "Enabled" {
			t.Errorf("objects expire by %s", rule.JSON())
		}
		// Without this setting, the expired uploads would be stored as old versions for 30 days.
		if rule.at("NoncurrentVersionExpiration", "NoncurrentDays").number() != 1 {
			t.Errorf("versions of expired uploads: %s", rule.JSON())
		}
	}
	if rules != 1 {
		t.Errorf("%d rules expire objects", rules)
	}
}

// TestGrantsOnFilesMatchTheirKeys checks that the functions' permissions on files agree with the keys that the bucket's adapter
// uses, and that the function that signs uploads cannot write sent files (P4).
func TestGrantsOnFilesMatchTheirKeys(t *testing.T) {
	const (
		uploads = `{"Fn::Sub":"${Data.Outputs.AttachmentsArn}/` + files.UploadPrefix + `*"}`
		copies  = `{"Fn::Sub":"${Data.Outputs.AttachmentsArn}/0*"}`
		all     = `{"Fn::Sub":"${Data.Outputs.AttachmentsArn}/*"}`
	)
	root := templates(t).templates["root"]
	for _, granted := range []struct{ role, action, resource string }{
		{"CreateAttachmentFunctionRole", "s3:PutObject", uploads},
		// The functions that create tickets and entries read uploads, and the ETag of a file that has already been copied. They write
		// only copies, whose keys are ULIDs.
		{"CreateTicketFunctionRole", "s3:GetObject", all},
		{"CreateTicketFunctionRole", "s3:PutObject", copies},
		{"CreateEntryFunctionRole", "s3:GetObject", all},
		{"CreateEntryFunctionRole", "s3:PutObject", copies},
	} {
		var resources []string
		for _, statement := range statements(root.at("Resources", granted.role)) {
			if statement.at("Action").text() == granted.action {
				resources = append(resources, statement.at("Resource").JSON())
			}
		}
		if len(resources) != 1 || resources[0] != granted.resource {
			t.Errorf("%s may use %s on %v", granted.role, granted.action, resources)
		}
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

// TestStackUsesTheRestoredTable checks the parameter RestoredTable: the stack refers to the restored table and its stream, and
// no longer contains its own table. The DeletionPolicy, which aws_test.go checks, retains that table. A changed stream replaces
// the event source mappings, which start at the beginning of the new stream.
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
