package article

import (
	"errors"
	"maps"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// Text is an article in one language as it is written. Body is sanitized HTML.
type Text struct{ Title, Summary, Body string }

// Complete reports whether the text can be published.
func (t Text) Complete() bool { return t.Title != "" && t.Summary != "" && t.Body != "" }

// Texts are an article in each language that it is written in; a language without a text is missing.
type Texts map[locale.Language]Text

// Editor is who wrote or published something.
type Editor struct{ ID, Name string }

// Draft is an article as its authors work on it, in every language. What readers see is the version that is live.
type Draft struct {
	ID         string
	CategoryID string
	Audience   Audience
	Texts      Texts
	// Author is who began it.
	Author Editor
	// Version counts what was done to it, from 1 on; an edit is made on the version that was read.
	Version  int64
	EditedBy Editor
	EditedAt time.Time
	// Publications counts its versions; they stay after it is retired.
	Publications int
	// Live is what readers see; the zero value of a draft that nobody but its authors sees.
	Live Live
}

// Live is the version of an article that readers see.
type Live struct {
	// Number is the version's; 0 where nothing is published.
	Number     int
	CategoryID string
	Audience   Audience
	By         Editor
	At         time.Time
	// Of is the Draft's Version that the publication made: the draft has changes to publish where it has gone on since.
	Of int64
}

// Version is what one publication put before readers. It never changes.
type Version struct {
	// Number counts an article's publications, from 1 on.
	Number     int
	CategoryID string
	Audience   Audience
	Texts      Texts
	By         Editor
	At         time.Time
}

// Edit is what an author makes of a draft.
type Edit struct {
	CategoryID string
	Audience   Audience
	Texts      Texts
}

// Why an act on a draft is refused.
var (
	// ErrNothing reports that the draft is so already.
	ErrNothing = errors.New("nothing would change")
	// ErrIncomplete reports that a language lacks its title, summary or body, or that there is none.
	ErrIncomplete = errors.New("a text is incomplete")
)

// Published reports whether readers see a version of it.
func (d Draft) Published() bool { return d.Live.Number > 0 }

// Changed reports whether a published article has changes that readers don't see yet.
func (d Draft) Changed() bool { return d.Published() && d.Version > d.Live.Of }

// MayPublish reports whether a person decides what readers see: supervisors and administrators. Agents write drafts.
func MayPublish(who account.Person) bool {
	return who.Role == account.Supervisor || who.Role == account.Admin
}

// Admits reports whether a person may read and write the draft: its author, who may publish, and of a published article every
// agent.
func (d Draft) Admits(who account.Person) bool {
	return who.Role.IsStaff() && (MayPublish(who) || d.Author.ID == who.ID || d.Published())
}

// Action is what can be done to a draft.
type Action string

// The actions.
const (
	Save    Action = "save"
	Publish Action = "publish"
	Retire  Action = "retire"
	// Discard throws away what was never published.
	Discard Action = "discard"
)

// Actions returns what a person may do to the draft now: nothing where they may not read it.
func (d Draft) Actions(who account.Person) []Action {
	if !d.Admits(who) {
		return nil
	}
	actions := []Action{Save}
	if MayPublish(who) {
		actions = append(actions, Publish)
		if d.Published() {
			actions = append(actions, Retire)
		}
	}
	if d.Publications == 0 {
		actions = append(actions, Discard)
	}
	return actions
}

// Begin returns a new draft.
func Begin(id string, edit Edit, who account.Person, at time.Time) Draft {
	by := Editor{ID: who.ID, Name: who.Name}
	return Draft{
		ID: id, CategoryID: edit.CategoryID, Audience: edit.Audience, Texts: edit.Texts,
		Author: by, EditedBy: by, EditedAt: at, Version: 1,
	}
}

// Apply returns the draft after an edit; ErrNothing where it is so already.
func (d Draft) Apply(edit Edit, who account.Person, at time.Time) (Draft, error) {
	if d.CategoryID == edit.CategoryID && d.Audience == edit.Audience && maps.Equal(d.Texts, edit.Texts) {
		return d, ErrNothing
	}
	d.CategoryID, d.Audience, d.Texts = edit.CategoryID, edit.Audience, edit.Texts
	return d.touched(who, at), nil
}

// Publish returns the draft as published, and the version that readers see from then on; ErrIncomplete where a language that
// was begun is not finished, ErrNothing where the draft has no changes since it was published.
func (d Draft) Publish(who account.Person, at time.Time) (Draft, Version, error) {
	if len(d.Texts) == 0 {
		return d, Version{}, ErrIncomplete
	}
	for _, text := range d.Texts {
		if !text.Complete() {
			return d, Version{}, ErrIncomplete
		}
	}
	if d.Published() && !d.Changed() {
		return d, Version{}, ErrNothing
	}
	d = d.touched(who, at)
	d.Publications++
	d.Live = Live{
		Number: d.Publications, CategoryID: d.CategoryID, Audience: d.Audience, By: d.EditedBy, At: at, Of: d.Version,
	}
	return d, Version{
		Number: d.Live.Number, CategoryID: d.CategoryID, Audience: d.Audience, Texts: d.Texts, By: d.Live.By, At: at,
	}, nil
}

// Retire returns the draft of an article that readers no longer see; ErrNothing where they don't already.
func (d Draft) Retire(who account.Person, at time.Time) (Draft, error) {
	if !d.Published() {
		return d, ErrNothing
	}
	d.Live = Live{}
	return d.touched(who, at), nil
}

func (d Draft) touched(who account.Person, at time.Time) Draft {
	d.Version++
	d.EditedBy, d.EditedAt = Editor{ID: who.ID, Name: who.Name}, at
	return d
}

// Articles returns what readers see of a version, one for each language, with the terms to find it by.
func (v Version) Articles(id string) []Article {
	all := make([]Article, 0, len(v.Texts))
	for _, language := range locale.Languages() {
		text, written := v.Texts[language]
		if !written {
			continue
		}
		one := Article{Card: Card{
			ID: id, Language: language, CategoryID: v.CategoryID, Audience: v.Audience, Title: text.Title, Summary: text.Summary, UpdatedAt: v.At,
		}, Body: text.Body}
		one.Terms = Index(one)
		all = append(all, one)
	}
	return all
}
