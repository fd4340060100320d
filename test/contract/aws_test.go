package contract

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// These tests compare the templates with the documented behavior of AWS where the emulator is more lenient. Nothing here
// deploys to AWS.

// TestDistributionRefersToFunctionsByARN checks the associations of CloudFront functions. In AWS, Ref of a function is its ARN,
// so an ARN that contains it is invalid. In the emulator, Ref is the name, and GetAtt fails when a stack is updated.
func TestDistributionRefersToFunctionsByARN(t *testing.T) {
	config := templates(t).templates["site"].at("Resources", "Distribution", "Properties", "DistributionConfig")
	pages, api := config.at("DefaultCacheBehavior", "FunctionAssociations"), config.at("CacheBehaviors", 0, "FunctionAssociations")
	for function, association := range map[string]node{"PagePaths": pages.at(0), "PageStatus": pages.at(1), "ViewerAddress": api.at(0)} {
		arn := association.at("FunctionARN", "Fn::If")
		if got := arn.at(0).text() + arn.at(1, "Fn::GetAtt").JSON(); got != `IsAws["`+function+`","FunctionARN"]` {
			t.Errorf("%s: the association in AWS is %s", function, got)
		}
	}
}

// TestMissingPagesAreNotFound checks that CloudFront may list the bucket of the pages. Without this permission, S3 returns 403 for a
// file that does not exist. The emulator returns 404 in both cases.
func TestMissingPagesAreNotFound(t *testing.T) {
	statements := templates(t).templates["site"].at("Resources", "PagesPolicy", "Properties", "PolicyDocument", "Statement")
	got := statements.at(1, "Principal", "Service").text() + " " + statements.at(1, "Action").text() + " " + statements.at(1, "Resource").JSON()
	if want := `cloudfront.amazonaws.com s3:ListBucket {"Fn::GetAtt":["Pages","Arn"]}`; got != want {
		t.Errorf("the policy allows %s, want %s", got, want)
	}
	if condition := statements.at(1, "Condition").JSON(); !strings.Contains(condition, "distribution/${Distribution}") {
		t.Errorf("any distribution may list the bucket: %s", condition)
	}
}

// named maps the types of the resources that are retained when the stack is deleted to the property with their name. A fixed name
// would collide with the retained resource when the stack is deployed again.
var named = map[string]string{"AWS::DynamoDB::Table": "TableName", "AWS::S3::Bucket": "BucketName"}

// TestFailedFirstDeploymentCanBeRepeated checks that CloudFormation deletes the table and the buckets if it rolls back their
// creation, and that they have no fixed names, because it retains them when the stack is deleted.
func TestFailedFirstDeploymentCanBeRepeated(t *testing.T) {
	all := templates(t)
	for resourceType, name := range named {
		found := all.resources(resourceType)
		if len(found) == 0 {
			t.Errorf("the templates have no %s", resourceType)
		}
		for id, resource := range found {
			if value := resource.at("Properties", name); value.value != nil {
				t.Errorf("%s has the fixed name %s", id, value.JSON())
			}
			if policy := resource.at("DeletionPolicy").text(); policy != "RetainExceptOnCreate" {
				t.Errorf("%s has DeletionPolicy %q", id, policy)
			}
		}
	}
	for id, table := range all.resources("AWS::DynamoDB::Table") {
		if got := table.at("Properties", "DeletionProtectionEnabled").JSON(); got != `{"Fn::If":["IsProtected",true,false]}` {
			t.Errorf("%s has DeletionProtectionEnabled %s", id, got)
		}
	}
	if got := all.templates["root"].at("Parameters", "DeletionProtection", "Default").text(); got != "false" {
		t.Errorf("the first deployment has DeletionProtection %q", got)
	}
}

// TestStacksOfAnAccountDoNotCollide checks that fixed names contain the stack's name, and names of CloudFront resources also the
// region, because CloudFront has one namespace for all regions. A domain has one identity in SES per account and region.
func TestStacksOfAnAccountDoNotCollide(t *testing.T) {
	all := templates(t)
	for resourceType, path := range map[string][]any{
		"AWS::CloudFront::Function":              {"Name"},
		"AWS::CloudFront::OriginAccessControl":   {"OriginAccessControlConfig", "Name"},
		"AWS::CloudFront::ResponseHeadersPolicy": {"ResponseHeadersPolicyConfig", "Name"},
		"AWS::SQS::Queue":                        {"QueueName"},
		"AWS::Lambda::Function":                  {"FunctionName"},
		"AWS::Logs::LogGroup":                    {"LogGroupName"},
		"AWS::WAFv2::WebACL":                     {"Name"},
	} {
		found := all.resources(resourceType)
		if len(found) == 0 {
			t.Errorf("the templates have no %s", resourceType)
		}
		for id, resource := range found {
			name := resource.at("Properties").at(path...).at("Fn::Sub").text()
			if !strings.Contains(name, "${Name}") && !strings.Contains(name, "${AWS::StackName}") {
				t.Errorf("%s has the name %q", id, name)
			}
			if strings.HasPrefix(resourceType, "AWS::CloudFront::") && !strings.Contains(name, "${AWS::Region}") {
				t.Errorf("%s has the same name %q in every region", id, name)
			}
		}
	}
	for id, identity := range all.resources("AWS::SES::EmailIdentity") {
		if got := identity.at("Condition").text(); got != "CreatesIdentity" {
			t.Errorf("%s is created under the condition %q", id, got)
		}
	}
}

// TestGuidedDeploymentAsksOnlyForParameters runs the check of the SAM CLI that asks, for each function without an authorizer,
// whether everyone may call it.
func TestGuidedDeploymentAsksOnlyForParameters(t *testing.T) {
	all := templates(t)
	if len(all.asked) > 0 || all.functions != len(inContract(t)) {
		t.Errorf("sam deploy --guided asks about %d of %d functions: %v", len(all.asked), all.functions, all.asked)
	}
}

// TestDNSRecordsAreOutputs checks that an operator finds the DNS records to create in the stack's outputs.
func TestDNSRecordsAreOutputs(t *testing.T) {
	outputs := templates(t).templates["root"].at("Outputs").mapping()
	for _, name := range []string{"DomainRecord", "DkimRecord1", "DkimRecord2", "DkimRecord3", "MailFromMx", "MailFromSpf"} {
		if outputs[name].at("Value").value == nil {
			t.Errorf("no output %s", name)
		}
	}
}

// cachedErrors lists the error statuses that CloudFront caches for 10 seconds by default, some of them only if the response has
// the header Cache-Control.
var cachedErrors = []float64{400, 403, 404, 405, 414, 500, 501, 502, 503, 504}

func TestErrorsAreNotCached(t *testing.T) {
	responses := templates(t).templates["site"].at("Resources", "Distribution", "Properties", "DistributionConfig", "CustomErrorResponses")
	ttl := map[float64]node{}
	for _, response := range responses.list() {
		ttl[response.at("ErrorCode").number()] = response.at("ErrorCachingMinTTL")
	}
	for _, status := range cachedErrors {
		if ttl[status].value != 0.0 {
			t.Errorf("CloudFront caches status %v for %s seconds", status, ttl[status].JSON())
		}
	}
}

// TestAPIHasOneThrottledStage checks the stages of the API, throttling and compression. The emulator neither throttles nor
// compresses.
func TestAPIHasOneThrottledStage(t *testing.T) {
	all := templates(t)
	stages := all.resources("AWS::ApiGateway::Stage")
	if len(stages) != 1 {
		t.Errorf("%d stages: %v", len(stages), slices.Sorted(maps.Keys(stages)))
	}
	limited := map[string]float64{}
	for _, stage := range stages {
		for _, setting := range stage.at("Properties", "MethodSettings").list() {
			// CloudFormation encodes the slashes of a resource path, except the first, as ~1.
			path := strings.ReplaceAll(setting.at("ResourcePath").text(), "~1", "/")
			limited[setting.at("HttpMethod").text()+" "+strings.Replace(path, "//", "/", 1)] = setting.at("ThrottlingRateLimit").number()
		}
	}
	for _, route := range []string{"* /*", "POST /api/session", "PUT /api/profile/password", "POST /api/account-requests", "POST /api/password-resets", "PUT /api/password-resets/{token}"} {
		if limited[route] == 0 {
			t.Errorf("%s is not throttled: %v", route, limited)
		}
	}
	for route := range limited {
		if route != "* /*" && !slices.ContainsFunc(inContract(t), func(op operation) bool { return op.route == route }) {
			t.Errorf("the throttled route %s is not in the contract", route)
		}
	}
	if size := all.templates["root"].at("Resources", "Api", "Properties", "MinimumCompressionSize").number(); size == 0 {
		t.Error("responses of the API are not compressed")
	}
}

// TestGatewayErrorsAreProblemDocuments checks the responses that the gateway sends without calling a function (RFC 9457).
func TestGatewayErrorsAreProblemDocuments(t *testing.T) {
	responses := templates(t).templates["root"].at("Resources", "Api", "Properties", "Body", "x-amazon-apigateway-gateway-responses").mapping()
	for _, name := range []string{"DEFAULT_4XX", "DEFAULT_5XX", "MISSING_AUTHENTICATION_TOKEN", "THROTTLED"} {
		response := responses[name]
		if got := response.at("responseParameters", "gatewayresponse.header.Content-Type").text(); got != "'application/problem+json'" {
			t.Errorf("%s has the media type %s", name, got)
		}
		document := response.at("responseTemplates", "application/json").text()
		for _, member := range []string{`"type":"urn:mesa:problem:`, `"title":"`, `"requestId":"$context.requestId"`, `"status":` + response.at("statusCode").text()} {
			if !strings.Contains(document, member) {
				t.Errorf("%s has no %s: %s", name, member, document)
			}
		}
	}
}

// TestFailedStreamBatchesKeepTheirRecords checks the consumers of the table's stream. DynamoDB deletes records after a day. A
// queue as destination would get only the sequence numbers of the records, so in AWS the destination is a bucket. More than two
// consumers of a shard would be throttled.
func TestFailedStreamBatchesKeepTheirRecords(t *testing.T) {
	all := templates(t)
	consumers := 0
	for id, mapping := range all.resources("AWS::Lambda::EventSourceMapping") {
		properties := mapping.at("Properties")
		if properties.at("EventSourceArn").JSON() != `{"Fn::GetAtt":["Data","Outputs.StreamArn"]}` {
			continue
		}
		consumers++
		if age, attempts := properties.at("MaximumRecordAgeInSeconds").number(), properties.at("MaximumRetryAttempts").value; age != 12*60*60 || attempts != nil {
			t.Errorf("%s retries for %v seconds and %v attempts", id, age, attempts)
		}
		if properties.at("BisectBatchOnFunctionError").value != true {
			t.Errorf("%s does not bisect failed batches", id)
		}
		if got := properties.at("DestinationConfig", "OnFailure", "Destination").JSON(); got != `{"Fn::GetAtt":["Mail","Outputs.StreamFailuresArn"]}` {
			t.Errorf("%s has the destination %s", id, got)
		}
	}
	if consumers == 0 || consumers > 2 {
		t.Errorf("the stream has %d consumers", consumers)
	}
	rule := all.templates["mail"].at("Resources", "FailedRecordsRule", "Properties")
	if got := rule.at("EventPattern", "detail", "bucket", "name", 0, "Ref").text() + rule.at("Targets", 0, "Arn", "Fn::GetAtt").JSON(); got != `FailedRecords["StreamFailures","Arn"]` {
		t.Errorf("failed batches are announced by %s", got)
	}
	if got := all.templates["mail"].at("Outputs", "StreamFailuresArn", "Value", "Fn::If", 1).JSON(); got != `{"Fn::GetAtt":["FailedRecords","Arn"]}` {
		t.Errorf("in AWS, failed batches go to %s", got)
	}
}

// TestSendMailIsLimited checks that send-mail has a maximum concurrency, and may send only from the desk's address. In the
// sandbox, SES also authorizes the identities of the recipients, so the policy limits the sender by a condition.
func TestSendMailIsLimited(t *testing.T) {
	root := templates(t).templates["root"].at("Resources")
	if root.at("SendMailFunctionQueue", "Properties", "ScalingConfig", "MaximumConcurrency").number() == 0 {
		t.Error("send-mail has no maximum concurrency")
	}
	sends := 0
	for _, statement := range statements(root.at("SendMailFunctionRole")) {
		if !strings.HasPrefix(statement.at("Action").text(), "ses:") {
			continue
		}
		sends++
		if got := statement.at("Condition", "Fn::If", 1).JSON(); got != `{"StringEquals":{"ses:FromAddress":{"Ref":"MailFrom"}}}` {
			t.Errorf("%s has the condition %s", statement.at("Action").text(), got)
		}
	}
	if sends == 0 {
		t.Error("send-mail may not send")
	}
}

// managed lists the managed policies that functions may have. To functions with event sources, SAM adds managed policies that
// allow every stream or queue of the account.
var managed = []string{"AWSLambdaBasicExecutionRole"}

func TestFunctionsHaveNoBroadManagedPolicies(t *testing.T) {
	for id, role := range templates(t).resources("AWS::IAM::Role") {
		if !strings.HasSuffix(id, "FunctionRole") {
			continue
		}
		for _, policy := range role.at("Properties", "ManagedPolicyArns").list() {
			name := policy.text()[strings.LastIndex(policy.text(), "/")+1:]
			if !slices.Contains(managed, name) {
				t.Errorf("%s has the managed policy %s", id, policy.text())
			}
		}
	}
}

// CloudFormation allows 500 resources in a stack. From resourceWarning on, the stack should be split by area.
const resourceWarning, resourceLimit = 400, 480

// TestStackStaysUnderTheResourceLimit logs the number of resources of each template. It writes the warning to the standard error, so
// that it is also visible without -v.
func TestStackStaysUnderTheResourceLimit(t *testing.T) {
	for name, template := range templates(t).templates {
		count := len(template.at("Resources").mapping())
		t.Logf("%s: %d of 500 resources", name, count)
		if count >= resourceWarning {
			fmt.Fprintf(os.Stderr, "WARNING: %s has %d of 500 resources: split it by area\n", name, count)
		}
		if count >= resourceLimit {
			t.Errorf("%s has %d resources: split it by area", name, count)
		}
	}
}
