package main

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"mesa/shared/article"
	"mesa/shared/locale"
	"mesa/shared/richtext"
	"mesa/shared/store"
)

// texts are the knowledge base: articles/<category>/<id>.<language>.html, with the title in the first line, the summary in
// the second, and the text after an empty one.
//
//go:embed articles
var texts embed.FS

// written is when the demo's articles were last changed.
func written() time.Time { return time.Date(2026, 10, 5, 16, 0, 0, 0, time.UTC) }

func articles() ([]article.Article, error) {
	var all []article.Article
	err := fs.WalkDir(texts, "articles", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := texts.ReadFile(file)
		if err != nil {
			return err
		}
		one, err := parseArticle(file, string(raw))
		all = append(all, one)
		return err
	})
	return all, err
}

func parseArticle(file, text string) (article.Article, error) {
	title, rest, _ := strings.Cut(text, "\n")
	summary, body, _ := strings.Cut(rest, "\n\n")
	id, language, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".html"), ".")
	spoken, known := locale.Parse(language)
	if !known || title == "" || summary == "" || body == "" {
		return article.Article{}, fmt.Errorf("%s: a title, a summary and a text in a known language are needed", file)
	}
	return article.Article{
		Card: article.Card{
			ID: id, Language: spoken, CategoryID: path.Base(path.Dir(file)), Title: title, Summary: summary, UpdatedAt: written(),
		},
		Body: richtext.Sanitize(body),
	}, nil
}

func putArticles(ctx context.Context, table *store.Table) error {
	all, err := articles()
	if err != nil {
		return err
	}
	for _, one := range all {
		if err := table.PutArticle(ctx, one); err != nil {
			return fmt.Errorf("%s: %w", one.ID, err)
		}
	}
	return nil
}
