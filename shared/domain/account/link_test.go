package account_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
)

func TestLinkAcceptsItsTokenOnce(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	link := account.NewLink("ana", account.Reset, now, time.Hour)
	token := account.NewLinkToken(link.ID)
	issued := link
	issued.SecretHash = token.Hash()
	used := issued
	used.UsedAt = now
	for name, c := range map[string]struct {
		link  account.Link
		token account.LinkToken
		now   time.Time
		want  fault.Kind
	}{
		"issued":              {issued, token, now.Add(time.Hour - 1), ""},
		"not issued":          {link, token, now, fault.NotFound},
		"not issued, no hash": {link, account.LinkToken{}, now, fault.NotFound},
		"another secret":      {issued, account.NewLinkToken(link.ID), now, fault.NotFound},
		"used":                {used, token, now, fault.LinkUsed},
		"used, then expired":  {used, token, now.Add(2 * time.Hour), fault.LinkUsed},
		"expired":             {issued, token, now.Add(time.Hour), fault.LinkExpired},
		"expired, unknown":    {issued, account.NewLinkToken(link.ID), now.Add(time.Hour), fault.NotFound},
	} {
		if err := c.link.Accepts(c.token, c.now); fault.KindOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLinkAppliesToItsPerson(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	link := account.NewLink("ana", account.Reset, now, time.Hour)
	link.Email = "ana@mesa.example"
	ana := account.Person{ID: "ana", Email: "ana@mesa.example"}
	disabled, moved := ana, ana
	disabled.Disabled, moved.Email = true, "otra@mesa.example"
	for name, c := range map[string]struct {
		person    account.Person
		changedAt time.Time
		want      fault.Kind
	}{
		"person":                   {ana, now.Add(-time.Hour), ""},
		"never a password":         {ana, time.Time{}, ""},
		"nobody":                   {account.Person{}, time.Time{}, fault.LinkExpired},
		"another person":           {account.Person{ID: "eva", Email: "ana@mesa.example"}, time.Time{}, fault.LinkExpired},
		"disabled":                 {disabled, time.Time{}, fault.LinkExpired},
		"another address":          {moved, time.Time{}, fault.LinkExpired},
		"password changed in time": {ana, now.Add(time.Minute), fault.LinkExpired},
	} {
		if err := link.AcceptsPerson(c.person, c.changedAt); fault.KindOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLinkTokenRoundTrip(t *testing.T) {
	link := account.NewLink("ana", account.Invitation, time.Now(), time.Hour)
	token := account.NewLinkToken(link.ID)
	read, err := account.ParseLinkToken(token.Text())
	if err != nil || read != token || read.Link() != link.ID || token.Path() != "/contrasena/"+token.Text() {
		t.Errorf("%v, %v, %v", token, read, err)
	}
	secret := strings.TrimPrefix(token.Text(), link.ID)
	if shown := fmt.Sprintf("%v %+v %#v %s %q", token, token, token, token, token) + token.Hash(); len(secret) < 26 || strings.Contains(shown, secret) {
		t.Errorf("%s contains the secret %q", shown, secret)
	}
}

func TestParseLinkTokenRefusesOtherTexts(t *testing.T) {
	good := account.NewLinkToken(account.NewLink("ana", account.Reset, time.Now(), time.Hour).ID).Text()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9A-Za-z]{52}`), rapid.Just(strings.ToLower(good)), rapid.Just(good+"A")).Draw(t, "text")
		token, err := account.ParseLinkToken(text)
		if err != nil && !errors.Is(err, account.ErrLinkToken) || err == nil && token.Text() != text {
			t.Fatalf("%v, %v", token, err)
		}
	})
}
