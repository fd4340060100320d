package article

import (
	"errors"
	"maps"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
)

// Text is the text of an article draft or a version in one language. Body is sanitized HTML.
type Text struct{ Title, Summary, Body string }

// IsComplete reports whether the text can be published.
func (t Text) IsComplete() bool { return t.Title != "" && t.Summary != "" && t.Body != "" }

// Texts maps languages to the texts of an article draft or a version. It has no entry for a language without a text.
type Texts map[locale.Language]Text

// Editor is the person who created, edited or published an article draft.
type Editor struct{ ID, Name string }

// Draft is an article draft, which authors edit. Readers see the live version.
type Draft struct {
	ID         string
	CategoryID string
	Audience   Audience
	Texts      Texts
	// Author is the person who created the draft.
	Author Editor
	// Version counts the changes of the draft from 1. A new version can only replace the previous version.
	Version  int64
	EditedBy Editor
	EditedAt time.Time
	// Publications is the number of versions of the article. The versions are preserved after the article is retired.
	Publications int
	// Live is the version that readers see. It is the zero value if the article is not published.
	Live Live
}

// Live is the version of an article that readers see.
type Live struct {
	// Number is the version's number; 0 if the article is not published.
	Number     int
	CategoryID string
	Audience   Audience
	By         Editor
	At         time.Time
	// DraftVersion is the draft's version after the publication. The draft has unpublished changes if its version is higher.
	DraftVersion int64
}

// Version is the immutable content of one publication.
type Version struct {
	// Number counts the article's publications from 1.
	Number     int
	CategoryID string
	Audience   Audience
	Texts      Texts
	By         Editor
	At         time.Time
}

// Edit is the new content of an article draft.
type Edit struct {
	CategoryID string
	Audience   Audience
	Texts      Texts
}

// Errors of acts on an article draft.
var (
	// ErrUnchanged reports an act that would change nothing.
	ErrUnchanged = errors.New("nothing would change")
	// ErrIncomplete reports an article draft without texts, or with a text that lacks its title, summary or body.
	ErrIncomplete = errors.New("a text is incomplete")
)

// IsPublished reports whether readers see a version of the article.
func (d Draft) IsPublished() bool { return d.Live.Number > 0 }

// HasUnpublishedChanges reports whether the draft of a published article has unpublished changes.
func (d Draft) HasUnpublishedChanges() bool {
	return d.IsPublished() && d.Version > d.Live.DraftVersion
}

// MayPublish reports whether a person may publish and retire articles: supervisors and administrators.
func MayPublish(person account.Person) bool {
	return permission.Allows(permission.PublishArticle, person.Role, permission.Anyone)
}

// EditableBy reports whether a person may read and edit the draft. The author and everyone who may publish can always edit it,
// all other staff only while the article is published.
func (d Draft) EditableBy(person account.Person) bool {
	required := permission.EditArticleDraft
	if d.IsPublished() {
		required = permission.EditPublishedArticle
	}
	return permission.Allows(required, person.Role, permission.Relations(0).With(permission.Owner, d.Author.ID == person.ID))
}

// Action is an action that a person can perform on an article draft.
type Action string

// The actions.
const (
	Save    Action = "save"
	Publish Action = "publish"
	Retire  Action = "retire"
	// Discard deletes a draft that was never published.
	Discard Action = "discard"
)

// Actions returns the actions that a person may perform on the draft. It returns none if they may not read the draft.
func (d Draft) Actions(person account.Person) []Action {
	if !d.EditableBy(person) {
		return nil
	}
	actions := []Action{Save}
	if MayPublish(person) {
		actions = append(actions, Publish)
		if d.IsPublished() {
			actions = append(actions, Retire)
		}
	}
	if d.Publications == 0 {
		actions = append(actions, Discard)
	}
	return actions
}

// NewDraft returns a new article draft.
func NewDraft(id string, edit Edit, person account.Person, at time.Time) Draft {
	by := Editor{ID: person.ID, Name: person.Name}
	return Draft{
		ID: id, CategoryID: edit.CategoryID, Audience: edit.Audience, Texts: edit.Texts,
		Author: by, EditedBy: by, EditedAt: at, Version: 1,
	}
}

// Apply returns the draft after an edit. It returns ErrUnchanged if the edit changes nothing.
func (d Draft) Apply(edit Edit, person account.Person, at time.Time) (Draft, error) {
	if d.CategoryID == edit.CategoryID && d.Audience == edit.Audience && maps.Equal(d.Texts, edit.Texts) {
		return d, ErrUnchanged
	}
	d.CategoryID, d.Audience, d.Texts = edit.CategoryID, edit.Audience, edit.Texts
	return d.editedBy(person, at), nil
}

// Publish returns the draft after publication and the new version. It returns ErrIncomplete if there is no text or a text is
// incomplete, and ErrUnchanged if there are no unpublished changes.
func (d Draft) Publish(person account.Person, at time.Time) (Draft, Version, error) {
	if len(d.Texts) == 0 {
		return d, Version{}, ErrIncomplete
	}
	for _, text := range d.Texts {
		if !text.IsComplete() {
			return d, Version{}, ErrIncomplete
		}
	}
	if d.IsPublished() && !d.HasUnpublishedChanges() {
		return d, Version{}, ErrUnchanged
	}
	d = d.editedBy(person, at)
	d.Publications++
	d.Live = Live{
		Number: d.Publications, CategoryID: d.CategoryID, Audience: d.Audience, By: d.EditedBy, At: at, DraftVersion: d.Version,
	}
	return d, Version{
		Number: d.Live.Number, CategoryID: d.CategoryID, Audience: d.Audience, Texts: d.Texts, By: d.Live.By, At: at,
	}, nil
}

// Retire returns the draft without a live version. It returns ErrUnchanged if the draft is not published.
func (d Draft) Retire(person account.Person, at time.Time) (Draft, error) {
	if !d.IsPublished() {
		return d, ErrUnchanged
	}
	d.Live = Live{}
	return d.editedBy(person, at), nil
}

func (d Draft) editedBy(person account.Person, at time.Time) Draft {
	d.Version++
	d.EditedBy, d.EditedAt = Editor{ID: person.ID, Name: person.Name}, at
	return d
}

// Articles returns the articles of a version, one for each language, with their search terms.
func (v Version) Articles(id string) []Article {
	all := make([]Article, 0, len(v.Texts))
	for _, language := range locale.Languages() {
		text, exists := v.Texts[language]
		if !exists {
			continue
		}
		article := Article{Card: Card{
			ID: id, Language: language, CategoryID: v.CategoryID, Audience: v.Audience, Title: text.Title, Summary: text.Summary, UpdatedAt: v.At,
		}, Body: text.Body}
		article.Terms = IndexTerms(article)
		all = append(all, article)
	}
	return all
}
