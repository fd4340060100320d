package account_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

func TestPasswordPolicy(t *testing.T) {
	person := []string{"anel.morales", "Carlos.Miranda@inai.org.mx", "Ana"}
	for _, c := range []struct{ password, want string }{
		{"corto", "password.too-short"},
		{"", "password.too-short"},
		{"ñandúñandú1", "password.too-short"},
		{strings.Repeat("grillo y luna ", 15), "password.too-long"},
		{"mi-anel.morales-2026", "password.personal"},
		{"ANEL.MORALES!!", "password.personal"},
		{"carlos.miranda2026", "password.personal"},
		{"aaaaaaaaaaaaaa", "password.repetitive"},
		{"abababababab", "password.repetitive"},
		{"123456789012", "password.common"},
		{"passwordpassword", "password.common"},
		{"P4ssw0rd2026!!", "password.common"},
		{"Contraseña2026", "password.common"},
		{"Administrador1", "password.common"},
		{"transparencia2026", "password.common"},
		{"qwertyuiop123", "password.common"},
		{"1234512345123", "password.common"},
		{"Mexico Lindo 2026", "password.common"},
		{"ocho grillos cantan", ""},
		{"tres tristes tigres", ""},
		{"Banana-violeta-93", ""},
		{"kX9#mQ2$vL7p", ""},
		{strings.Repeat("grillo y luna ", 14), ""},
		{"日本語のとても長いパスワード", ""},
	} {
		got := account.PasswordPolicy{}.Check(c.password, person...)
		if got.Key != c.want {
			t.Errorf("Check(%.30q) = %q, want %q", c.password, got.Key, c.want)
		}
		if c.want != "" && got.In(locale.Spanish) == c.want {
			t.Errorf("%s has no text", c.want)
		}
	}
	if got := (account.PasswordPolicy{Min: 4, Max: 6}).Check("kX9#mQ2"); got.Key != "password.too-long" {
		t.Errorf("with other limits: %q", got.Key)
	}
}
