package articles

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/fieldtest"
)

var choices = []fieldtest.Choice{fieldtest.Either(locale.Spanish, locale.English), fieldtest.Either(article.Public, article.Internal)}

func requireMapped(t *testing.T, forgotten, notShown []string) {
	t.Helper()
	if diff := cmp.Diff(notShown, forgotten); diff != "" {
		t.Errorf("map the field (+), or list it with the reason (-):\n%s", diff)
	}
}

func TestEveryFieldOfAnArticleIsShown(t *testing.T) {
	terms := []string{"Terms.Title", "Terms.Summary", "Terms.Body"} // only search reads them
	requireMapped(t, fieldtest.Forgotten(func(a article.Article) any { return articleOf(a) }, choices...), terms)
	requireMapped(t, fieldtest.Forgotten(func(c article.Card) any { return cardOf(c) }, choices...), terms)
}

func TestEveryFieldOfADraftIsShown(t *testing.T) {
	supervisor := account.Person{ID: "sofia", Role: account.Supervisor}
	requireMapped(t, fieldtest.Forgotten(func(d article.Draft) any { return draftOf(d, supervisor) }, choices...), []string{
		"Publications",      // counts the versions
		"Live.DraftVersion", // decides the state
	})
}

func TestEveryFieldOfAVersionIsShown(t *testing.T) {
	requireMapped(t, fieldtest.Forgotten(func(v article.Version) any { return versionOf(v) }, choices...), nil)
	requireMapped(t, fieldtest.Forgotten(func(v article.Version) any { return versionCardOf(v) }, choices...), []string{"Texts.Summary", "Texts.Body"})
}

func TestEveryFieldOfACategoryIsShown(t *testing.T) {
	requireMapped(t, fieldtest.Forgotten(func(c settings.Category) any { return categoryOf(c, locale.Spanish, 7) }), nil)
}

func TestEveryFigureIsShown(t *testing.T) {
	requireMapped(t, fieldtest.Forgotten(func(f article.Figures) any { return figuresOf(f, article.DraftCard{}) }), nil)
}
