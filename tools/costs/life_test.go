package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"mesa/shared/adapter/mail"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var update = flag.Bool("update", false, "write the measured life to measured.json")

var (
	usuario = account.Person{ID: "usuario", Username: "usuario", Name: "Usuario Mesa", Email: "usuario@inai.example", Role: account.Requester, Language: locale.Spanish, Entity: "FEDERACION", Organization: account.Organization{ID: "inai", Name: "INAI"}}
	ana     = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Language: locale.Spanish, Departments: []string{"soporte"}}
)

// text1KB is about 1 KB of different words, as people write. Each different word results in postings in the search index.
var text1KB = func() string {
	var words []string
	for i := range 110 {
		words = append(words, fmt.Sprintf("palabra%02d", i))
	}
	return "<p>" + strings.Join(words, " ") + "</p>"
}()

// measuredLife executes the life of a ticket and records the cost of each invocation.
type measuredLife struct {
	*wiringtest.Stack
	clock  *clock.Manual
	number string
	queued []notify.Mail
	sent   int
	// streamed holds the keys of the entries that the stream has delivered.
	streamed map[string]bool
	meters   []namedMeter
}

type namedMeter struct {
	function string
	meter    *observe.Meter
}

// Send queues a mail.
func (l *measuredLife) Send(_ context.Context, m notify.Mail) error {
	l.queued = append(l.queued, m)
	return nil
}

// SendAfter queues a mail.
func (l *measuredLife) SendAfter(ctx context.Context, m notify.Mail, _ time.Duration) error {
	return l.Send(ctx, m)
}

// SendEmail counts a mail that SES receives.
func (l *measuredLife) SendEmail(context.Context, *sesv2.SendEmailInput, ...func(*sesv2.Options)) (*sesv2.SendEmailOutput, error) {
	l.sent++
	return &sesv2.SendEmailOutput{MessageId: aws.String("ses")}, nil
}

// TestMeasuredLife executes a ticket's life on DynamoDB Local and compares the invocations, units and mails with measured.json,
// from which docs/costs.md is generated. `go test ./tools/costs -run TestMeasuredLife -update` writes the file.
func TestMeasuredLife(t *testing.T) {
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		if table.Engine != "dynamodb-local" {
			t.Skip("only DynamoDB Local counts units as AWS does")
		}
		stored := readMeasured()
		found := measureLife(t, table)
		if *update {
			stored.Life = found
			text, err := json.MarshalIndent(stored, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile("measured.json", append(text, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if !reflect.DeepEqual(found, stored.Life) {
			t.Errorf("a ticket's life costs %+v, but measured.json contains %+v. Run the test with -update, then make gen", found, stored.Life)
		}
	})
}

func measureLife(t *testing.T, table storetest.Table) life {
	l := &measuredLife{clock: clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)), streamed: map[string]bool{}}
	l.Stack = &wiringtest.Stack{TB: t, Table: table, Warm: true, Parts: wiring.Parts{
		Clock: l.clock.Clock(), MailQueue: l, Mailer: mail.Mailer{SES: l, From: "mesa@inai.example"}, SiteURL: "https://mesa.example/", Files: noFiles{},
	}}
	config := settings.Configuration{
		Settings:    settingstest.Mexico(),
		Topics:      []settings.Topic{{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}}},
		Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte"}}},
	}
	config.MailWindow = settings.Default().MailWindow
	if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
		t.Fatal(err)
	}
	l.SignIn(usuario, ana)
	l.open("Aviso") // the first ticket of a day and of an agent creates items of counts, which costs more
	l.meters, l.sent = nil, 0
	before := l.storedBytes()
	l.live()
	found := life{Mails: l.sent, StoredBytes: (l.storedBytes() - before) / 1000 * 1000, Invocations: map[string]cost{}}
	for _, invoked := range l.meters {
		sum, measured := found.Invocations[invoked.function], invoked.meter.Cost()
		sum.Count++
		sum.Calls += measured.Calls
		sum.ReadUnits += measured.ReadUnits
		sum.WriteUnits += measured.WriteUnits
		found.Invocations[invoked.function] = sum
	}
	return found
}

// noFiles is a file store without files.
type noFiles struct{ wiring.Files }

// live executes the life of a ticket: drafts, opening, priority, a question and the reply, resolution, rating and closing.
func (l *measuredLife) live() {
	l.OnInvocation = func(function string, meter *observe.Meter) { l.meters = append(l.meters, namedMeter{function, meter}) }
	for range 3 {
		l.act("save-draft", usuario, "/drafts/nuevo", map[string]any{"device": "laptop-1", "key": rand.Text(), "values": map[string]any{}, "texts": map[string]any{"detail": text1KB}})
	}
	l.open("No se guarda el formato 28 de la fracción XXI")
	l.act("delete-draft", usuario, "/drafts/nuevo", nil)
	path := "/tickets/" + l.number
	l.act("note-presence", ana, path+"/presence", map[string]any{"doing": "viewing"})
	l.act("update-ticket", ana, path, map[string]any{"priority": "medium", "version": l.version()})
	question := "¿En qué periodo y con qué usuario ocurre? Envíe por favor una captura de pantalla completa."
	l.act("create-entry", ana, path+"/entries", map[string]any{"kind": "response", "body": question, "status": "waiting", "version": l.version()})
	l.act("create-entry", usuario, path+"/entries", map[string]any{"kind": "message", "body": "Ocurre con todos los usuarios desde el tercer trimestre; adjunto la captura."})
	l.act("create-entry", ana, path+"/entries", map[string]any{"kind": "response", "body": "Se corrigió la configuración del formato. Ya puede guardar sus registros.", "status": "resolved", "version": l.version()})
	l.act("rate-ticket", usuario, path+"/rating", map[string]any{"score": 5})
	l.clock.Advance(30 * 24 * time.Hour)
	if _, err := l.Start("close-resolved").Run(); err != nil {
		l.Fatal(err)
	}
	l.deliver()
	if stored, _, err := l.Table.Tickets.Thread(l.Context(), ticket.Number(l.number)); err != nil || stored.Status != ticket.Closed {
		l.Fatalf("the ticket is %s at the end of its life: %v", stored.Status, err)
	}
}

func (l *measuredLife) open(subject string) {
	l.Helper()
	created := l.Request("create-ticket", usuario, "/tickets", map[string]any{"topicId": "sipot", "subject": subject, "detail": text1KB, "entity": "FEDERACION"}, "Idempotency-Key", rand.Text())
	opened, err := wiringtest.Decode[api.Ticket](created)
	if err != nil {
		l.Fatal(err)
	}
	l.number = opened.Number
	l.deliver()
}

// act sends a request, then delivers the entries and mails that it causes.
func (l *measuredLife) act(operation string, by account.Person, path string, body any) {
	l.Helper()
	l.clock.Advance(10 * time.Minute)
	if err := l.Request(operation, by, path, body, "Idempotency-Key", rand.Text()).Err(); err != nil {
		l.Fatalf("%s: %v", operation, err)
	}
	l.deliver()
}

func (l *measuredLife) version() int64 {
	l.Helper()
	stored, _, err := l.Table.Tickets.Thread(l.Context(), ticket.Number(l.number))
	if err != nil {
		l.Fatal(err)
	}
	return stored.Version
}

// deliver invokes the functions of the stream with the new entries of the ticket, until they write no more, and send-mail with
// the mails that they queue. An act is one batch of the stream.
func (l *measuredLife) deliver() {
	l.Helper()
	for l.number != "" {
		items := l.Table.Partition(l.TB, table.TicketPartition(ticket.Number(l.number)))
		latest := items[len(items)-1] // the key of the ticket follows those of the entries
		index := slices.IndexFunc(items[:len(items)-1], func(item table.Item) bool { return !l.streamed[text(item["sk"])] })
		if index < 0 {
			return
		}
		entry := items[index]
		l.streamed[text(entry["sk"])] = true
		if _, err := l.Start("route").Stream(latest, entry); err != nil {
			l.Fatal(err)
		}
		if _, err := l.Start("notify").Stream(entry); err != nil {
			l.Fatal(err)
		}
		mails := l.queued
		l.queued = nil
		for _, queued := range mails {
			if failed := l.Start("send-mail").Mails(queued); len(failed) > 0 {
				l.Fatalf("mails failed: %+v", failed)
			}
		}
	}
}

func text(value types.AttributeValue) string { return value.(*types.AttributeValueMemberS).Value }

// storedBytes returns the approximate size of the table's items in bytes, without the indexes.
func (l *measuredLife) storedBytes() int {
	l.Helper()
	total := 0
	pages := dynamodb.NewScanPaginator(l.Table.Client, &dynamodb.ScanInput{TableName: &l.Table.Name})
	for pages.HasMorePages() {
		page, err := pages.NextPage(l.Context())
		if err != nil {
			l.Fatal(err)
		}
		for _, item := range page.Items {
			total += itemOverhead + size(&types.AttributeValueMemberM{Value: item})
		}
	}
	return total
}

// itemOverhead is the number of bytes that DynamoDB adds to the size of each stored item.
const itemOverhead = 100

// size returns the size of a value as DynamoDB documents it.
func size(value types.AttributeValue) int {
	switch v := value.(type) {
	case *types.AttributeValueMemberS:
		return len(v.Value)
	case *types.AttributeValueMemberN:
		return len(v.Value)/2 + 1
	case *types.AttributeValueMemberM:
		total := 3
		for name, element := range v.Value {
			total += len(name) + 1 + size(element)
		}
		return total
	case *types.AttributeValueMemberL:
		total := 3
		for _, element := range v.Value {
			total += 1 + size(element)
		}
		return total
	case *types.AttributeValueMemberSS:
		return len(strings.Join(v.Value, ""))
	default:
		return 1
	}
}
