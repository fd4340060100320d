package accounts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
)

// knownDevice signs usuario in without the cookie of a known device, and returns the cookie of the new known device.
func (r rig) knownDevice() string {
	r.Helper()
	response := r.createSession(usuario().Username, password)
	if err := response.Err(); err != nil {
		r.Fatal(err)
	}
	return cookiesOf(response)["__Host-device"].Value
}

// TestLoginsOfAPersonShareTheLockout guesses with the user name and the e-mail address in turn (A7).
func TestLoginsOfAPersonShareTheLockout(t *testing.T) {
	onTable(t, clock.Fixed(noon()), func(t *testing.T, r rig) {
		r.addPerson(usuario(), hashed(t, quick, password))
		for i, login := range []string{"usuario.mesa", "usuario.mesa@inai.example", "USUARIO.MESA", "Usuario.Mesa@inai.example", "usuario.mesa"} {
			if err := r.createSession(login, "otra").Err(); !fault.Is(err, fault.Credentials) {
				t.Fatalf("guess %d: %v", i+1, err)
			}
		}
		for _, login := range []string{"usuario.mesa", "usuario.mesa@inai.example"} {
			if err := r.createSession(login, password).Err(); !fault.Is(err, fault.Locked) {
				t.Errorf("%s: %v", login, err)
			}
		}
	})
}

// TestStrangersCannotLockAPersonOut locks strangers, and signs in and changes the password on a known device (A7, A8).
func TestStrangersCannotLockAPersonOut(t *testing.T) {
	onTable(t, clock.Fixed(noon()), func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		other := usuario()
		other.ID, other.Username, other.Email = "otra-persona", "otra.persona", "otra.persona@inai.example"
		r.addPerson(other, hashed(t, quick, password))
		device := r.knownDevice()
		r.SetCookie(usuario(), r.startSession(usuario(), hash).Cookie())
		r.fail(strangers(usuario()), 5, noon())
		for range 100 {
			if _, err := r.Table.Limits.Count(t.Context(), limit.FailedSignIns, source, noon()); err != nil {
				t.Fatal(err)
			}
		}
		for name, cookie := range map[string]string{"none": "", "forged": "x" + device} {
			if err := r.createSessionOn(cookie, "usuario.mesa", password).Err(); !fault.Is(err, fault.TooManyRequests) {
				t.Errorf("device %s: %v", name, err)
			}
		}
		if err := r.createSessionOn(device, other.Username, password).Err(); !fault.Is(err, fault.TooManyRequests) {
			t.Errorf("the device of another person: %v", err)
		}
		counted := r.failedSignIns()
		signedIn := r.createSessionOn(device, "usuario.mesa", password)
		if err := signedIn.Err(); err != nil || signedIn.Cost.Rounds > 3 {
			t.Fatalf("known device: %v, %d rounds", err, signedIn.Cost.Rounds)
		}
		if got := cookiesOf(signedIn)["__Host-device"]; got == nil || got.Value != device {
			t.Errorf("the device has changed: %+v", got)
		}
		change := api.PasswordChange{Current: password, New: "tres tristes tigres"}
		if err := r.request("change-password", usuario(), "/profile/password", change).Err(); err != nil {
			t.Errorf("change of password: %v", err)
		}
		if got := r.failures(strangers(usuario())); got != 5 {
			t.Errorf("a sign-in on a known device changes the failures of strangers: %d", got)
		}
		for range 5 {
			if err := r.createSessionOn(device, "usuario.mesa", "otra").Err(); !fault.Is(err, fault.Credentials) {
				t.Fatal(err)
			}
		}
		if err := r.createSessionOn(device, "usuario.mesa", "tres tristes tigres").Err(); !fault.Is(err, fault.Locked) {
			t.Errorf("a known device has no limit: %v", err)
		}
		if got := r.failedSignIns() - 1; got != counted {
			t.Errorf("attempts of a known device count for its address: %d, before %d", got, counted)
		}
	})
}

func decoded(t *testing.T, items []map[string]types.AttributeValue) (all []map[string]any) {
	t.Helper()
	if err := attributevalue.UnmarshalListOfMaps(items, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestTypedLoginsAreNotStored types a password in the field of the user name.
func TestTypedLoginsAreNotStored(t *testing.T) {
	onTable(t, clock.Fixed(noon()), func(t *testing.T, r rig) {
		for range 5 {
			if err := r.createSession("mi contraseña secreta", "x").Err(); !fault.Is(err, fault.Credentials) {
				t.Fatal(err)
			}
		}
		if err := r.createSession("Mi Contraseña Secreta", "x").Err(); !fault.Is(err, fault.Locked) {
			t.Errorf("an unknown login is not locked: %v", err)
		}
		stored, err := r.Table.Client.Scan(t.Context(), &dynamodb.ScanInput{TableName: &r.Table.Name})
		if err != nil || len(stored.Items) == 0 || strings.Contains(strings.ToLower(fmt.Sprint(decoded(t, stored.Items))), "secreta") {
			t.Errorf("the login is stored: %v", err)
		}
		hidden := account.NewKeys([]string{originProof}).HideLogin("mi contraseña secreta")
		if got := r.failures(account.UnknownLoginCounter(hidden)); got != 5 {
			t.Errorf("%d failures", got)
		}
	})
}
