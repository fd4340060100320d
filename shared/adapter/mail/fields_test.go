package mail_test

import (
	"reflect"
	"testing"
	"time"

	"mesa/shared/adapter/mail"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
)

// notShown holds the fields that do not change a rendered mail: identifiers, and values that functions other than Render use.
var notShown = map[string]bool{"ID": true, "To.ID": true, "To.Email": true}

// TestEveryFieldOfANoticeIsShown checks that every field of Notice changes a mail, except the fields in notShown.
func TestEveryFieldOfANoticeIsShown(t *testing.T) {
	shown := map[string]bool{}
	for _, kind := range notify.Kinds() {
		n := notice(kind, locale.Spanish)
		before := render(t, n)
		eachField(reflect.ValueOf(&n).Elem(), "", func(path string, value reflect.Value) {
			if path == "Kind" {
				return
			}
			old := reflect.ValueOf(value.Interface())
			change(t, path, value)
			if render(t, n) != before {
				shown[path] = true
			}
			value.Set(old)
		})
	}
	var n notify.Notice
	eachField(reflect.ValueOf(&n).Elem(), "", func(path string, _ reflect.Value) {
		if path != "Kind" && shown[path] == notShown[path] {
			t.Errorf("%s is shown: %v", path, shown[path])
		}
	})
}

func render(t *testing.T, n notify.Notice) mail.Content {
	t.Helper()
	content, err := mail.Render(n)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func eachField(value reflect.Value, path string, do func(string, reflect.Value)) {
	for i := range value.NumField() {
		name, field := path+value.Type().Field(i).Name, value.Field(i)
		nested := field.Kind() == reflect.Struct && field.Type() != reflect.TypeFor[time.Time]() && field.Type() != reflect.TypeFor[locale.Message]()
		if nested {
			eachField(field, name+".", do)
			continue
		}
		do(name, field)
	}
}

// otherValues holds valid values that differ from those of the test's notice. Fields with free text need no entry.
var otherValues = map[string]string{
	"To.TimeZone": "Asia/Tokyo", "Institution.AccentColor": "#aa0000", "Institution.LogoURL": "https://mesa.example/logo.svg",
	"Institution.SiteURL": "https://mesa.example", "PageURL": "https://mesa.example/t", "ReopenURL": "https://mesa.example/r",
	"RateURL": "https://mesa.example/c", "PreviousStatus": "closed", "Ticket.Entity": "COLIMA", "Ticket.Status": "waiting",
	"Ticket.Priority": "low", "Ticket.WaitingFor": "third-party",
}

// change sets a field to another valid value.
func change(t *testing.T, path string, field reflect.Value) {
	t.Helper()
	switch value := field.Addr().Interface().(type) {
	case *string:
		*value = "Otro texto"
		if other, ok := otherValues[path]; ok {
			*value = other
		}
	case *int:
		*value += 3
	case *bool:
		*value = !*value
	case *time.Time:
		*value = time.Date(2027, 1, 2, 3, 4, 5, 0, time.UTC)
	case *account.Role:
		*value = account.Admin
	case *locale.Language:
		*value = locale.English
	case *locale.Message:
		*value = locale.NewMessage("reason.overdue")
	case *[]string:
		*value = []string{"otro.pdf"}
	case *[]notify.Person:
		*value = []notify.Person{{Name: "Otra persona"}}
	case *[]notify.Notice:
		*value = []notify.Notice{{Kind: notify.Answered, Ticket: notify.Ticket{Number: "PNT000001"}, Body: "<p>Otra</p>"}}
	case *[]notify.Answer:
		*value = []notify.Answer{{Label: "Folio", Value: "7"}}
	default:
		t.Fatalf("%s has a type that the test does not change", path)
	}
}

// TestEveryKindHasItsTexts checks the texts that every mail needs. The texts "body" and "note" are optional.
func TestEveryKindHasItsTexts(t *testing.T) {
	for _, kind := range notify.Kinds() {
		for _, part := range []string{"subject", "title", "intro", "button"} {
			if key := "mail." + string(kind) + "." + part; !locale.HasKey(key) {
				t.Errorf("%s has no text", key)
			}
		}
	}
}
