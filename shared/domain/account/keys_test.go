package account_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/account"
)

func TestDeviceCookies(t *testing.T) {
	keys := account.NewKeys([]string{"first", "second"})
	device := keys.NewDevice("ana")
	id, code, _ := strings.Cut(device.Cookie, ".")
	hidden := keys.HideLogin("ana\x00" + id)
	for name, c := range map[string]struct {
		keys           account.Keys
		cookie, person string
		known          bool
	}{
		"own":                     {keys, device.Cookie, "ana", true},
		"after the secret's swap": {account.NewKeys([]string{"second", "first"}), device.Cookie, "ana", true},
		"old secret":              {account.NewKeys([]string{"second"}), device.Cookie, "ana", false},
		"another person":          {keys, device.Cookie, "luis", false},
		"unknown person":          {keys, device.Cookie, "", false},
		"another id":              {keys, "x" + id + "." + code, "ana", false},
		"no code":                 {keys, id + ".", "ana", false},
		"code of a login":         {keys, id + "." + hidden, "ana", false},
		"no cookie":               {keys, "", "ana", false},
		"no keys":                 {account.Keys{}, device.Cookie, "ana", false},
	} {
		got := c.keys.DeviceOf(c.cookie, c.person)
		if want := (account.Device{}); c.known && got.ID != device.ID || !c.known && got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
	// A sign-in signs the cookie again with the first secret, so that it remains valid when the old secret is removed.
	rotated := account.NewKeys([]string{"second", "first"}).DeviceOf(device.Cookie, "ana")
	if got := account.NewKeys([]string{"second"}).DeviceOf(rotated.Cookie, "ana"); got != rotated || got.ID != device.ID {
		t.Errorf("a device that signed in during a rotation, after the rotation: %+v, want %+v", got, rotated)
	}
	if none := (account.Keys{}).NewDevice("ana"); none.Cookie != "" {
		t.Errorf("a device without keys: %+v", none)
	}
	if other := keys.NewDevice("ana"); other.ID == device.ID {
		t.Error("two devices have the same id")
	}
}

func TestHideLogin(t *testing.T) {
	keys := account.NewKeys([]string{"first"})
	typed := keys.HideLogin(" Mi.Clave ")
	if typed != keys.HideLogin("mi.clave") || typed == keys.HideLogin("otra") {
		t.Error("logins must be compared without case and blanks")
	}
	if strings.Contains(strings.ToLower(typed), "clave") || typed == account.NewKeys([]string{"second"}).HideLogin("mi.clave") {
		t.Errorf("%q shows the login, or does not depend on the secret", typed)
	}
}
