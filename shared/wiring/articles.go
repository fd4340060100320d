package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/articles"
)

var articlesEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteArticleDraft(articles.DeleteArticleDraft{Drafts: p.Articles})
		},
		Grants: []Grant{
			get("ARTICLE#*"),
			deleteItem("ARTICLE#*", "ARTICLE-DRAFTS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteCategory(articles.DeleteCategory{Drafts: p.Articles, Categories: p.Settings})
		},
		Grants: []Grant{
			query("ARTICLE-DRAFTS"),
			deleteItem("DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetArticleDraft(articles.GetArticleDraft{Drafts: p.Articles})
		},
		Grants: []Grant{
			get("ARTICLE#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetArticleVersion(articles.GetArticleVersion{Versions: p.Articles})
		},
		Grants: []Grant{
			get("ARTICLE#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetArticle(articles.GetArticle{Articles: p.Articles, Settings: p.Settings, Cards: p.Articles})
		},
		Grants: []Grant{
			get("ARTICLE#*"),
			query("DESK", "ARTICLES#*", "INTERNAL-ARTICLES#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListArticleDrafts(articles.ListArticleDrafts{Drafts: p.Articles})
		},
		Grants: []Grant{
			query("ARTICLE-DRAFTS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListArticleFigures(articles.ListArticleFigures{Figures: p.Articles})
		},
		Grants: []Grant{
			query("ARTICLE-FIGURES", "ARTICLE-DRAFTS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListArticleVersions(articles.ListArticleVersions{Versions: p.Articles})
		},
		Grants: []Grant{
			get("ARTICLE#*"),
			query("ARTICLE#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListArticles(articles.ListArticles{Cards: p.Articles})
		},
		Grants: []Grant{
			query("ARTICLES#*", "INTERNAL-ARTICLES#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListCategories(articles.ListCategories{Settings: p.Settings, Cards: p.Articles})
		},
		Grants: []Grant{
			query("DESK", "ARTICLES#*", "INTERNAL-ARTICLES#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.PublishArticle(articles.PublishArticle{Drafts: p.Articles, Clock: p.Clock})
		},
		Grants: []Grant{
			get("ARTICLE#*"),
			put("ARTICLE#*", "ARTICLE-DRAFTS", "ARTICLES#*", "INTERNAL-ARTICLES#*"),
			deleteItem("ARTICLE#*", "ARTICLES#*", "INTERNAL-ARTICLES#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.RecordArticleUse(articles.RecordArticleUse{Uses: p.Articles, Clock: p.Clock})
		},
		Grants: []Grant{
			get("ARTICLE#*", "ARTICLE-USES#*", "DESK"),
			update("LIMIT#article-uses#*", "ARTICLE-FIGURES"),
			put("ARTICLE-USES#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.RetireArticle(articles.RetireArticle{Drafts: p.Articles, Clock: p.Clock})
		},
		Grants: []Grant{
			get("ARTICLE#*"),
			put("ARTICLE#*", "ARTICLE-DRAFTS"),
			deleteItem("ARTICLE#*", "ARTICLES#*", "INTERNAL-ARTICLES#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveArticle(articles.SaveArticle{Drafts: p.Articles, Settings: p.Settings, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Artifact: TextArtifact,
		Grants: []Grant{
			get("ARTICLE#*"),
			query("DESK"),
			put("ARTICLE#*", "ARTICLE-DRAFTS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveCategory(articles.SaveCategory{Categories: p.Settings})
		},
		Grants: []Grant{
			put("DESK"),
		},
	},
}
