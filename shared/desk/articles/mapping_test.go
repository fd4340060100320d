package articles

import (
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/fieldtest"
)

var choices = []fieldtest.Choice{fieldtest.Either(locale.Spanish, locale.English), fieldtest.Either(article.Public, article.Internal)}

func TestEveryFieldOfAnArticleIsShown(t *testing.T) {
	terms := []string{"Terms.Title", "Terms.Summary", "Terms.Body"} // only the search uses them
	fieldtest.Check(t, fieldtest.Forgotten(func(a article.Article) any { return articleOf(a) }, choices...), terms...)
	fieldtest.Check(t, fieldtest.Forgotten(func(c article.Card) any { return cardOf(c) }, choices...), terms...)
}

func TestEveryFieldOfADraftIsShown(t *testing.T) {
	supervisor := account.Person{ID: "sofia", Role: account.Supervisor}
	fieldtest.Check(t, fieldtest.Forgotten(func(d article.Draft) any { return draftOf(d, supervisor) }, choices...),
		"Publications",      // number of versions
		"Live.DraftVersion", // determines the state
	)
}

func TestEveryFieldOfAVersionIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(v article.Version) any { return versionOf(v) }, choices...))
	fieldtest.Check(t, fieldtest.Forgotten(func(v article.Version) any { return versionCardOf(v) }, choices...), "Texts.Summary", "Texts.Body")
}

func TestEveryFieldOfACategoryIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(c settings.Category) any { return categoryOf(c, locale.Spanish, 7) }))
}

func TestEveryFigureIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(f article.Figures) any { return figuresOf(f, article.DraftCard{}) }))
}
