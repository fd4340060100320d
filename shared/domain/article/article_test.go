package article_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/article"
	"mesa/shared/domain/locale"
)

func card(id, title, summary, body string) article.Card {
	a := article.Article{Card: article.Card{ID: id, Language: locale.Spanish, CategoryID: "c", Title: title, Summary: summary}, Body: body}
	a.Terms = article.IndexTerms(a)
	return a.Card
}

func ids(cards []article.Card) string {
	all := make([]string, 0, len(cards))
	for _, card := range cards {
		all = append(all, card.ID)
	}
	return strings.Join(all, " ")
}

func TestMatch(t *testing.T) {
	cards := []article.Card{
		card("cargar", "Cargar formatos en SIPOT", "Lista de verificación", "<p>Descargue el formato. La contraseña no importa aquí.</p>"),
		card("contrasena", "Cambiar la contraseña", "Dónde se cambia", "<p>Inicie sesión y elija perfil.</p>"),
		card("plazos", "Prioridades", "Plazos de atención", "<p>"+strings.Repeat("relleno ", 300)+"mantenimiento</p>"),
	}
	for _, c := range []struct {
		query    string
		finished bool
		want     string
	}{
		{"contraseña", false, "contrasena cargar"},
		{"CONTRASENA", true, "contrasena cargar"},
		{"contras", false, "contrasena cargar"},
		{"contras", true, ""},
		{"formato", true, "cargar"},
		{"formatos de SIPOT", true, "cargar"},
		{"plazo", true, "plazos"},
		{"mantenimiento", true, "plazos"},
		{"como cambio mi contraseña del portal", false, "contrasena"},
		{"de la que", false, ""},
		{"zzz", false, ""},
		{"", false, ""},
		{"¡¿!?", false, ""},
	} {
		if got := ids(article.Match(c.query, c.finished, cards)); got != c.want {
			t.Errorf("%q (finished %t): %q, want %q", c.query, c.finished, got, c.want)
		}
	}
}

func TestPreferLanguage(t *testing.T) {
	cards := []article.Card{
		{ID: "a", Language: locale.Spanish}, {ID: "b", Language: locale.Spanish}, {ID: "a", Language: locale.English}, {ID: "c", Language: locale.English},
	}
	for language, want := range map[locale.Language][]article.Card{
		locale.Spanish: {cards[0], cards[1], cards[3]},
		locale.English: {cards[1], cards[2], cards[3]},
	} {
		if diff := cmp.Diff(want, article.PreferLanguage(language, cards)); diff != "" {
			t.Errorf("%s: %s", language, diff)
		}
	}
}

func TestByTitleDoesNotChangeItsInput(t *testing.T) {
	cards := []article.Card{{ID: "b", Title: "B"}, {ID: "a", Title: "A"}}
	if got := ids(article.ByTitle(cards)); got != "a b" || cards[0].ID != "b" {
		t.Error(got, cards)
	}
}
