// Package store joins the stores of the table in one type, until every caller names the store it needs.
package store

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"mesa/shared/adapter/accountstore"
	"mesa/shared/adapter/articlestore"
	"mesa/shared/adapter/cannedstore"
	"mesa/shared/adapter/draftstore"
	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/mailstore"
	"mesa/shared/adapter/presencestore"
	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/adapter/viewstore"
)

// Table has the methods of all stores.
type Table struct {
	*accountStore
	*articleStore
	*cannedStore
	*draftStore
	*indexStore
	*limitStore
	*mailStore
	*presenceStore
	*settingStore
	*ticketStore
	*viewStore
}

// Different names for the stores, which Table embeds.
type (
	accountStore  = accountstore.Store
	articleStore  = articlestore.Store
	cannedStore   = cannedstore.Store
	draftStore    = draftstore.Store
	indexStore    = indexstore.Store
	limitStore    = limitstore.Store
	mailStore     = mailstore.Store
	presenceStore = presencestore.Store
	settingStore  = settingstore.Store
	ticketStore   = ticketstore.Store
	viewStore     = viewstore.Store
)

// Open opens the table with a name.
func Open(config aws.Config, name string) *Table {
	return OpenCached(config, name, table.CacheLifetime)
}

// OpenCached is Open with another lifetime of the cache.
func OpenCached(config aws.Config, name string, cacheLifetime time.Duration) *Table {
	t := table.Open(config, name, cacheLifetime)
	return &Table{
		accountStore: accountstore.New(t), articleStore: articlestore.New(t), cannedStore: cannedstore.New(t),
		draftStore: draftstore.New(t), indexStore: indexstore.New(t), limitStore: limitstore.New(t), mailStore: mailstore.New(t),
		presenceStore: presencestore.New(t), settingStore: settingstore.New(t), ticketStore: ticketstore.New(t),
		viewStore: viewstore.New(t),
	}
}

// ErrTaken is the error of a write whose condition is not met.
var ErrTaken = table.ErrConflict

// Past is a ticket with its history, for Load.
type Past = indexstore.Past

// ReadImage reads the new image of a stream record.
var ReadImage = ticketstore.ReadImage
