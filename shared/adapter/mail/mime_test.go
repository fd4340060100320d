package mail_test

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/adapter/mail"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
)

func envelope() mail.Envelope {
	return mail.Envelope{
		ID: "01JDABC.resolved-p1", Ticket: "PNT003445",
		From: mail.Address{Name: "Mesa de Servicio PNT", Email: "mesaserviciopnt@inai.org.mx"},
		To:   mail.Address{Name: "María Núñez", Email: "maria@example.mx"},
		Date: time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC),
	}
}

func TestBuildWritesHeadersAndParts(t *testing.T) {
	content, err := mail.Render(notice(notify.Resolved, locale.Spanish))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := mail.Build(content, envelope())
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := mail.Build(content, envelope()); !bytes.Equal(raw, second) {
		t.Error("a second call returns other bytes")
	}
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || subject != content.Subject {
		t.Errorf("subject %q, %v", subject, err)
	}
	to, err := m.Header.AddressList("To")
	if err != nil || len(to) != 1 || *to[0] != (netmail.Address{Name: "María Núñez", Address: "maria@example.mx"}) {
		t.Errorf("to %v, %v", to, err)
	}
	want := map[string]string{
		"Message-Id": "<01JDABC.resolved-p1@inai.org.mx>", "In-Reply-To": "<ticket.PNT003445@inai.org.mx>", "References": "<ticket.PNT003445@inai.org.mx>",
		"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "List-Id": "<tickets.inai.org.mx>", "X-Ticket": "PNT003445",
		"Date": "Tue, 24 Nov 2026 18:00:00 +0000", "Mime-Version": "1.0", "Reply-To": "", "Bcc": "",
	}
	got := map[string]string{}
	for name := range want {
		got[name] = m.Header.Get(name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	kind, parameters, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("%s, %v", kind, err)
	}
	parts := multipart.NewReader(m.Body, parameters["boundary"])
	for _, want := range []struct{ kind, body string }{{"text/plain", content.Text}, {"text/html", content.HTML}} {
		part, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil || !strings.HasPrefix(part.Header.Get("Content-Type"), want.kind) {
			t.Errorf("%s: %v, %v", want.kind, part.Header, err)
		}
		if diff := cmp.Diff(want.body, strings.ReplaceAll(string(body), "\r\n", "\n")); diff != "" {
			t.Errorf("%s: %s", want.kind, diff)
		}
	}
}

func TestReplyHeaders(t *testing.T) {
	e := envelope()
	e.AutoReply, e.InReplyTo, e.ReplyTo = true, "<abc@example.mx>", "tickets@inai.org.mx"
	raw, err := mail.Build(mail.Content{Subject: "x", Text: "x", HTML: "x"}, e)
	if err != nil {
		t.Fatal(err)
	}
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	got := []string{m.Header.Get("In-Reply-To"), m.Header.Get("References"), m.Header.Get("Auto-Submitted"), m.Header.Get("Reply-To")}
	if diff := cmp.Diff([]string{"<abc@example.mx>", "<ticket.PNT003445@inai.org.mx> <abc@example.mx>", "auto-replied", "<tickets@inai.org.mx>"}, got); diff != "" {
		t.Error(diff)
	}
}

// No name, subject or received Message-ID may add a header.
func TestHeadersCannotBeInjected(t *testing.T) {
	hostile := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"a\r\nBcc: x@evil.mx", "a\nBcc: x@evil.mx", "a\rBcc: x@evil.mx", "a\r\n\r\n<html>", "a\u2028Bcc: x@evil.mx", "\x00", `"`, `a" <x@evil.mx>, "b`, "a\\", "=?utf-8?q?=0d=0aBcc:_x?=",
		strings.Repeat("ñ", 300), strings.Repeat("a ", 400),
	}))
	harmless, err := mail.Build(mail.Content{Subject: "x", Text: "x", HTML: "x"}, envelope())
	if err != nil {
		t.Fatal(err)
	}
	expected := headerCounts(t, harmless)
	rapid.Check(t, func(t *rapid.T) {
		e := envelope()
		e.To.Name, e.From.Name, e.InReplyTo = hostile.Draw(t, "to"), hostile.Draw(t, "from"), hostile.Draw(t, "in reply to")
		raw, err := mail.Build(mail.Content{Subject: hostile.Draw(t, "subject"), Text: hostile.Draw(t, "text"), HTML: hostile.Draw(t, "html")}, e)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(expected, headerCounts(t, raw)); diff != "" {
			t.Fatalf("headers differ: %s\n%s", diff, raw)
		}
		m, err := netmail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"To", "From"} {
			list, err := m.Header.AddressList(field)
			if err != nil || len(list) != 1 || !strings.HasSuffix(list[0].Address, ".mx") || strings.Contains(list[0].Address, "evil") {
				t.Fatalf("%s: %v, %v", field, list, err)
			}
		}
	})
}

func headerCounts(t rapid.TB, raw []byte) map[string]int {
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]int{}
	for name, values := range m.Header {
		all[name] = len(values)
	}
	return all
}

func TestInvalidEnvelopesAreRefused(t *testing.T) {
	for _, invalid := range []string{
		"", "x", "a@b@c", "a b@c.mx", "a@c.mx\r\nBcc: x@evil.mx", "a@c.mx,b@c.mx", "Ana <a@c.mx>", "<a@c.mx>", "ñ@c.mx", `"a"@c.mx`, "a@[1.2.3.4]", strings.Repeat("a", 250) + "@c.mx", "a@c.mx;b",
	} {
		e := envelope()
		e.To.Email = invalid
		if _, err := mail.Build(mail.Content{}, e); !errors.Is(err, notify.ErrRefused) {
			t.Errorf("to %q: %v", invalid, err)
		}
	}
	for _, invalid := range []string{"", "a b", "a\r\nb", "a@b", "<a>", ".a", "a..b", strings.Repeat("a", 201)} {
		e := envelope()
		e.ID = invalid
		if _, err := mail.Build(mail.Content{}, e); !errors.Is(err, notify.ErrRefused) {
			t.Errorf("id %q: %v", invalid, err)
		}
	}
}
