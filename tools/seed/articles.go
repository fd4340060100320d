package main

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/stores"
	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// texts holds the articles as articles/<category>/<id>.<language>.html. The first line is the title, the second line the
// summary, and the text follows after an empty line.
//
//go:embed articles
var texts embed.FS

// articlesChangedAt returns the time of the last change of the demo's articles.
func articlesChangedAt() time.Time { return time.Date(2026, 10, 5, 16, 0, 0, 0, time.UTC) }

// internal lists the ids of internal articles, unpublished the ids of articles that exist only as drafts.
var (
	internal    = []string{"atender-reaperturas"}
	unpublished = []string{"solicitud-duplicada"}
)

// drafts returns the demo's articles as drafts, each with all its languages.
func drafts() ([]article.Draft, error) {
	byID := map[string]*article.Draft{}
	var order []string
	err := fs.WalkDir(texts, "articles", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := texts.ReadFile(file)
		if err != nil {
			return err
		}
		id, name, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".html"), ".")
		language, known := locale.Parse(name)
		text, err := parseArticle(string(raw))
		if err != nil || !known {
			return fmt.Errorf("%s: it must have a title, a summary and a text, in a known language", file)
		}
		if byID[id] == nil {
			byID[id] = newDraft(id, path.Base(path.Dir(file)))
			order = append(order, id)
		}
		byID[id].Texts[language] = text
		return nil
	})
	all := make([]article.Draft, 0, len(order))
	for _, id := range order {
		all = append(all, *byID[id])
	}
	return all, err
}

func newDraft(id, category string) *article.Draft {
	author := sofia
	audience := article.Public
	if slices.Contains(internal, id) {
		audience = article.Internal
	}
	if slices.Contains(unpublished, id) {
		author = ana
	}
	draft := article.NewDraft(id, article.Edit{CategoryID: category, Audience: audience, Texts: article.Texts{}}, personOf(author), articlesChangedAt())
	return &draft
}

func personOf(id string) account.Person {
	everyone := people()
	i := slices.IndexFunc(everyone, func(p account.Person) bool { return p.ID == id })
	return everyone[i]
}

func parseArticle(text string) (article.Text, error) {
	title, rest, _ := strings.Cut(text, "\n")
	summary, body, _ := strings.Cut(rest, "\n\n")
	parsed := article.Text{Title: title, Summary: summary, Body: sanitize.HTML{}.Text(body)}
	if !parsed.IsComplete() {
		return parsed, article.ErrIncomplete
	}
	return parsed, nil
}

// putArticles adds missing articles and publishes them, except those in unpublished.
func putArticles(ctx context.Context, db stores.Stores) error {
	all, err := drafts()
	if err != nil {
		return err
	}
	for _, draft := range all {
		err := db.Articles.SaveArticleDraft(ctx, draft)
		if fault.Is(err, fault.Edited) {
			continue
		}
		if err == nil && !slices.Contains(unpublished, draft.ID) {
			err = publish(ctx, db, draft)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", draft.ID, err)
		}
	}
	return nil
}

func publish(ctx context.Context, db stores.Stores, draft article.Draft) error {
	after, version, err := draft.Publish(personOf(sofia), articlesChangedAt())
	if err != nil {
		return err
	}
	return db.Articles.PublishArticle(ctx, after, version)
}
