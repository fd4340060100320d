package articlestore

import (
	"testing"
	"time"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/article"
)

func TestArticleMappingsKeepAllFields(t *testing.T) {
	tabletest.Mapping[article.Article, articleItem]{
		To: newArticleItem, From: articleItem.article, NotStored: []string{"Card.Terms"}, // the card stores the terms
	}.Check(t)
	tabletest.Mapping[article.Card, articleItem]{To: newCardItem, From: articleItem.card}.Check(t)
	tabletest.Mapping[article.Draft, draftItem]{To: newDraftItem, From: draftItem.draft}.Check(t)
	tabletest.Mapping[article.Version, versionItem]{
		To: func(v article.Version) versionItem { return newVersionTextItem("clave", v) }, From: versionItem.version,
	}.Check(t)
	tabletest.Mapping[article.Uses, usesItem]{
		To: func(u article.Uses) usesItem { return newUsesItem("clave", "PERSON#ana", u, time.Unix(1, 0)) }, From: usesItem.uses,
	}.Check(t)
}
