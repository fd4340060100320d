package main

import (
	"bytes"
	"fmt"
	"strings"
	"text/template"
	"time"

	"mesa/shared/wiring"
)

// between replaces the lines between the BEGIN and END lines of a section. It preserves these two lines.
func between(current []byte, section string, generated []byte) ([]byte, error) {
	lines := bytes.SplitAfter(current, []byte("\n"))
	begin, end := -1, -1
	for i, line := range lines {
		switch {
		case bytes.Contains(line, []byte("BEGIN "+section+":")):
			begin = i
		case bytes.Contains(line, []byte("END "+section)):
			end = i
		}
	}
	if begin < 0 || end < begin {
		return nil, fmt.Errorf("no lines with BEGIN %s: and END %s", section, section)
	}
	head, tail := bytes.Join(lines[:begin+1], nil), bytes.Join(lines[end:], nil)
	return bytes.Join([][]byte{head, generated, tail}, nil), nil
}

// values maps the variables to their expressions in template.yaml.
var values = map[wiring.Variable]string{
	wiring.TableName:         "!GetAtt Data.Outputs.TableName",
	wiring.SettingsCache:     "!Ref SettingsCache",
	wiring.AttachmentsBucket: "!GetAtt Data.Outputs.AttachmentsBucket",
	wiring.MailQueueURL:      "!GetAtt Mail.Outputs.QueueUrl",
	wiring.OriginProof:       "!If [IsAws, !GetAtt OriginProofs.Value, !Select [2, !Split [/, !Ref AWS::StackId]]]",
	wiring.CookieSecure:      `!If [IsAws, "true", "false"]`,
	wiring.MailFrom:          "!Ref MailFrom",
	wiring.SiteURL:           "!If [HasSiteUrl, !Ref SiteUrl, !GetAtt Site.Outputs.Origin]",
}

func value(f wiring.Function, variable wiring.Variable) (string, error) {
	if variable == wiring.Operation {
		return f.Name, nil
	}
	expression, known := values[variable]
	if !known {
		return "", fmt.Errorf("%s: the template has no value of %s", f.Name, variable)
	}
	return expression, nil
}

// resource returns the ARN of a grant's resource. In AWS, an index has a separate ARN.
func resource(g wiring.Grant) string {
	switch {
	case g.Index != "":
		return fmt.Sprintf(`!Sub "${Data.Outputs.TableArn}/index/%s"`, g.Index)
	case g.Resource == wiring.Table:
		return "!GetAtt Data.Outputs.TableArn"
	case g.Action == "s3:ListBucket":
		return "!GetAtt Data.Outputs.AttachmentsArn"
	case g.Resource == wiring.Bucket:
		return fmt.Sprintf(`!Sub "${Data.Outputs.AttachmentsArn}/%s"`, objects(g))
	case g.Resource == wiring.MailQueue:
		return "!GetAtt Mail.Outputs.QueueArn"
	default:
		// In the sandbox, SES also authorizes the identities of the recipients. So the resource includes all identities, and the
		// condition of the grant limits the sender; see condition. The emulator has no ARNs of identities.
		return `!If [IsAws, !Sub "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/*", "*"]`
	}
}

// objects returns the pattern of the keys of the objects that a grant permits. It panics if the grant has several patterns.
func objects(g wiring.Grant) string {
	switch len(g.Keys) {
	case 0:
		return "*"
	case 1:
		return g.Keys[0]
	default:
		panic(fmt.Sprintf("%s has several patterns of keys: %v", g.Action, g.Keys))
	}
}

func quoted(keys []string) string {
	return `"` + strings.Join(keys, `", "`) + `"`
}

// pattern returns a filter of the table's stream in the format of AWS::Lambda::EventSourceMapping.
func pattern(f wiring.StreamFilter) string {
	return fmt.Sprintf(`'{"eventName":[%s],"dynamodb":{"NewImage":{"type":{"S":["%s"]}}}}'`, strings.ReplaceAll(quoted(f.Events), ", ", ","), f.ItemType)
}

// rate returns an interval in the format of EventBridge. The unit is singular for 1.
func rate(interval time.Duration) string {
	n, unit := int(interval/time.Minute), "minute"
	if interval%time.Hour == 0 {
		n, unit = int(interval/time.Hour), "hour"
	}
	if n > 1 {
		unit += "s"
	}
	return fmt.Sprintf("rate(%d %s)", n, unit)
}

var functionTemplate = template.Must(template.New("function").Funcs(template.FuncMap{
	"resource": resource, "quoted": quoted, "pattern": pattern, "rate": rate, "value": value,
	"condition": condition,
	"seconds":   func(d time.Duration) int { return int(d / time.Second) },
}).Parse(`
  {{.LogicalID}}:
    Type: AWS::Serverless::Function
    Metadata: { BuildMethod: go1.x }
    Properties:
      FunctionName: !Sub ${AWS::StackName}-{{.Name}}
      CodeUri: functions/{{.Artifact}}
{{- with .Memory}}
      MemorySize: {{.}}
{{- end}}
{{- with .Timeout}}
      Timeout: {{seconds .}}
{{- end}}
{{- if .Trigger.Stream}}
      ReservedConcurrentExecutions: !If [ReservesConcurrency, !Ref StreamConcurrency, !Ref AWS::NoValue]
{{- end}}
      Environment:
        Variables:
{{- range .Environment}}
          {{.}}: {{value $ .}}
{{- end}}
{{- with .Grants}}
      Policies:
        - Statement:
{{- range .}}
            - Effect: Allow
              Action: {{.Action}}
              Resource: {{resource .}}
{{- with condition .}}
              Condition: {{.}}
{{- end}}
{{- end}}
{{- if $.Trigger.Stream}}
            - { Effect: Allow, Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], Resource: !GetAtt Data.Outputs.StreamArn }
            - { Effect: Allow, Action: "dynamodb:ListStreams", Resource: "*" } # the action has no resource types
            - !If
              - IsAws
              - { Effect: Allow, Action: ["s3:PutObject", "s3:ListBucket"], Resource: [!GetAtt Mail.Outputs.StreamFailuresArn, !Sub "${Mail.Outputs.StreamFailuresArn}/*"] }
              - { Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Mail.Outputs.StreamFailuresArn }
{{- end}}
{{- if $.Trigger.MailQueue}}
            - { Effect: Allow, Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource: !GetAtt Mail.Outputs.QueueArn }
{{- end}}
{{- end}}
{{- if or .Endpoint .Trigger.Every}}
      Events:
{{- end}}
{{- with .Endpoint}}
        Api: { Type: Api, Properties: { RestApiId: !Ref Api, Method: {{.Method}}, Path: "{{.Path}}" } }
{{- end}}
{{- with .Trigger.Every}}
        Schedule: { Type: Schedule, Properties: { Schedule: {{rate .}} } }
{{- end}}
{{- with .Trigger.Stream}}

  {{$.LogicalID}}Stream:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref {{$.LogicalID}}
      EventSourceArn: !GetAtt Data.Outputs.StreamArn
      StartingPosition: TRIM_HORIZON
      BatchSize: 25
      # A failed batch is split and retried for 12 hours, until only the records that cause the failure are left.
      MaximumRecordAgeInSeconds: 43200
      BisectBatchOnFunctionError: true
      DestinationConfig: { OnFailure: { Destination: !GetAtt Mail.Outputs.StreamFailuresArn } }
      FilterCriteria:
        Filters:
{{- range .}}
          - Pattern: {{pattern .}}
{{- end}}
{{- end}}
{{- with .Trigger.MailQueue}}

  {{$.LogicalID}}Queue:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref {{$.LogicalID}}
      EventSourceArn: !GetAtt Mail.Outputs.QueueArn
      BatchSize: {{.}}
      FunctionResponseTypes: [ReportBatchItemFailures]
      ScalingConfig: { MaximumConcurrency: 2 } # the minimum; SES limits the rate of an account
{{- end}}
`))

// condition returns the condition of a grant, or "" if it has none.
func condition(g wiring.Grant) string {
	switch {
	case g.Resource == wiring.Table && len(g.Keys) > 0:
		var attributes string
		if len(g.Attributes) > 0 {
			// AWS compares every attribute that the request names: those of the key, of the expressions, and of the returned values,
			// which are all attributes unless ReturnValues is limited.
			attributes = fmt.Sprintf(`"ForAllValues:StringEquals": { "dynamodb:Attributes": [%s] }, "StringEqualsIfExists": { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] }, `, quoted(g.Attributes))
		}
		// ForAllValues is met by a request without keys. Null refuses such a request.
		return fmt.Sprintf(`{ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [%s] }, `+attributes+`"Null": !If [StrictKeys, { "dynamodb:LeadingKeys": "false" }, !Ref AWS::NoValue] }`, quoted(g.Keys))
	case g.Resource == wiring.Sender: // the emulator does not know the condition key
		return `!If [IsAws, { StringEquals: { "ses:FromAddress": !Ref MailFrom } }, !Ref AWS::NoValue]`
	default:
		return ""
	}
}

// functions generates the functions of template.yaml.
func functions(current []byte) ([]byte, error) {
	var out bytes.Buffer
	for _, function := range wiring.Functions() {
		if err := functionTemplate.Execute(&out, function); err != nil {
			return nil, err
		}
	}
	out.WriteString("\n")
	return between(current, "functions", out.Bytes())
}

// mailVisibility generates the visibility timeout of the mail queue in infra/mail.yaml.
func mailVisibility(current []byte) ([]byte, error) {
	return between(current, "visibility", fmt.Appendf(nil, "      VisibilityTimeout: %d\n", int(wiring.MailVisibility/time.Second)))
}
