package article_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/locale"
)

var (
	ana    = account.Person{ID: "ana", Name: "Ana", Role: account.Agent}
	bruno  = account.Person{ID: "bruno", Name: "Bruno", Role: account.Agent}
	sofia  = account.Person{ID: "sofia", Name: "Sofía", Role: account.Supervisor}
	reader = account.Person{ID: "maria", Name: "María", Role: account.Requester}
)

func at(minute int) time.Time { return time.Date(2026, 11, 24, 16, minute, 0, 0, time.UTC) }

func completeText(title string) article.Text {
	return article.Text{Title: title, Summary: "Resumen", Body: "<p>Texto</p>"}
}

func newDraft(texts article.Texts) article.Draft {
	return article.NewDraft("clave", article.Edit{CategoryID: "acceso", Audience: article.Public, Texts: texts}, ana, at(0))
}

func TestDraftLifecycle(t *testing.T) {
	d := newDraft(article.Texts{locale.Spanish: {Title: "La clave"}})
	if d.State() != article.StateDraft || d.Author.ID != "ana" || d.Version != 1 {
		t.Fatalf("%+v", d)
	}
	if _, _, err := d.Publish(sofia, at(1)); !errors.Is(err, article.ErrIncomplete) {
		t.Errorf("published without a summary and a body: %v", err)
	}
	edit := article.Edit{CategoryID: "acceso", Audience: article.Public, Texts: article.Texts{locale.Spanish: completeText("La clave")}}
	d, err := d.Apply(edit, ana, at(2))
	if err != nil || d.Version != 2 {
		t.Fatal(d, err)
	}
	if _, err := d.Apply(edit, ana, at(3)); !errors.Is(err, article.ErrUnchanged) {
		t.Errorf("an edit without changes: %v", err)
	}
	d, first, err := d.Publish(sofia, at(4))
	if err != nil || d.State() != article.StatePublished || first.Number != 1 || d.Live.By.ID != "sofia" || d.Version != 3 {
		t.Fatal(d, first, err)
	}
	if _, _, err := d.Publish(sofia, at(5)); !errors.Is(err, article.ErrUnchanged) {
		t.Errorf("a publication without changes: %v", err)
	}
	edit.Audience = article.Internal
	edit.Texts = article.Texts{locale.Spanish: completeText("La contraseña"), locale.English: completeText("The password")}
	if d, err = d.Apply(edit, bruno, at(6)); err != nil || d.State() != article.StateChanged {
		t.Fatal(d, err)
	}
	d, second, err := d.Publish(sofia, at(7))
	if err != nil || second.Number != 2 || d.Live.Audience != article.Internal {
		t.Fatal(d, second, err)
	}
	if diff := cmp.Diff(article.Texts{locale.Spanish: completeText("La clave")}, first.Texts); diff != "" {
		t.Errorf("the first version changed: %s", diff)
	}
	read := second.Articles("clave")
	if len(read) != 2 || read[0].Language != locale.Spanish || read[1].Audience != article.Internal || len(read[1].Terms.Title) == 0 {
		t.Errorf("%+v", read)
	}
	d, err = d.Retire(sofia, at(8))
	if err != nil || d.State() != article.StateDraft || d.Publications != 2 {
		t.Fatal(d, err)
	}
	if _, err := d.Retire(sofia, at(9)); !errors.Is(err, article.ErrUnchanged) {
		t.Errorf("a second retirement: %v", err)
	}
	if _, third, err := d.Publish(sofia, at(10)); err != nil || third.Number != 3 {
		t.Errorf("a publication after the retirement: %+v, %v", third, err)
	}
}

func TestIncompleteTextIsNotPublished(t *testing.T) {
	d := newDraft(article.Texts{locale.Spanish: completeText("La clave"), locale.English: {Title: "The password"}})
	if _, _, err := d.Publish(sofia, at(1)); !errors.Is(err, article.ErrIncomplete) {
		t.Error(err)
	}
	if _, _, err := newDraft(nil).Publish(sofia, at(1)); !errors.Is(err, article.ErrIncomplete) {
		t.Error(err)
	}
}

func TestActions(t *testing.T) {
	draft := newDraft(article.Texts{locale.Spanish: completeText("La clave")})
	live, _, err := draft.Publish(sofia, at(1))
	if err != nil {
		t.Fatal(err)
	}
	retired, err := live.Retire(sofia, at(2))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		d      article.Draft
		person account.Person
		want   string
	}{
		{"draft", draft, ana, "save discard"},
		{"draft", draft, bruno, ""},
		{"draft", draft, sofia, "save publish discard"},
		{"draft", draft, reader, ""},
		{"live", live, ana, "save"},
		{"live", live, bruno, "save"},
		{"live", live, sofia, "save publish retire"},
		{"live", live, reader, ""},
		{"retired", retired, ana, "save"},
		{"retired", retired, bruno, ""},
		{"retired", retired, sofia, "save publish"},
	} {
		var got []string
		for _, action := range c.d.Actions(c.person) {
			got = append(got, string(action))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s by %s: %v, want %q", c.name, c.person.ID, got, c.want)
		}
	}
}

func TestAudienceIncludes(t *testing.T) {
	for audience, want := range map[article.Audience][]bool{article.Public: {true, true, true}, article.Internal: {false, false, true}, "": {false, false, false}} {
		got := []bool{audience.Includes(account.Person{}), audience.Includes(reader), audience.Includes(ana)}
		if !slices.Equal(got, want) {
			t.Errorf("%q includes %v, want %v", audience, got, want)
		}
	}
}

func TestFilter(t *testing.T) {
	publish := func(d article.Draft) article.Draft {
		after, _, err := d.Publish(sofia, at(30))
		if err != nil {
			t.Fatal(err)
		}
		return after
	}
	newDraft := func(id, category string, audience article.Audience, minute int, by account.Person, texts article.Texts) article.Draft {
		return article.NewDraft(id, article.Edit{CategoryID: category, Audience: audience, Texts: texts}, by, at(minute))
	}
	inBothLanguages := article.Texts{locale.Spanish: completeText("Cambiar la contraseña"), locale.English: completeText("Change the password")}
	changed := publish(newDraft("c", "acceso", article.Public, 3, bruno, inBothLanguages))
	changed, err := changed.Apply(article.Edit{CategoryID: "sipot", Audience: article.Public, Texts: inBothLanguages}, bruno, at(50))
	if err != nil {
		t.Fatal(err)
	}
	drafts := []article.DraftCard{
		newDraft("a", "acceso", article.Public, 1, ana, article.Texts{locale.Spanish: completeText("Formatos")}).Card(),
		publish(newDraft("b", "acceso", article.Internal, 2, bruno, inBothLanguages)).Card(),
		changed.Card(),
		newDraft("d", "sipot", article.Public, 4, bruno, article.Texts{locale.Spanish: completeText("Contraseñas olvidadas")}).Card(),
	}
	for _, c := range []struct {
		name   string
		filter article.Filter
		person account.Person
		want   string
	}{
		{"all drafts, latest edit first", article.Filter{}, sofia, "c b d a"},
		{"an agent's own drafts and published articles", article.Filter{}, ana, "c b a"},
		{"drafts for a requester", article.Filter{}, reader, ""},
		{"a category", article.Filter{CategoryID: "sipot"}, sofia, "c d"},
		{"internal", article.Filter{Audience: article.Internal}, sofia, "b"},
		{"drafts", article.Filter{State: article.StateDraft}, sofia, "d a"},
		{"published", article.Filter{State: article.StatePublished}, sofia, "c b"},
		{"changed", article.Filter{State: article.StateChanged}, sofia, "c"},
		{"in English", article.Filter{HasLanguage: locale.English}, sofia, "c b"},
		{"without English", article.Filter{LacksLanguage: locale.English}, sofia, "d a"},
		{"words, in any language", article.Filter{Words: "PASSWORD"}, sofia, "c b"},
		{"words in drafts that an agent may read", article.Filter{Words: "contrasena"}, ana, "c b"},
		{"an incomplete word", article.Filter{Words: "contr"}, sofia, "c b d"},
		{"a complete word", article.Filter{Words: "contr", LastWordComplete: true}, sofia, ""},
	} {
		var got []string
		for _, card := range c.filter.Select(drafts, c.person) {
			got = append(got, card.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %q", c.name, got, c.want)
		}
	}
	if body := drafts[0].Texts[locale.Spanish].Body; body != "" {
		t.Errorf("a card has a body: %q", body)
	}
}
