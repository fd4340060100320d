// Package stores opens all stores of the table.
package stores

import (
	"mesa/shared/adapter/accountstore"
	"mesa/shared/adapter/articlestore"
	"mesa/shared/adapter/auditstore"
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

// Stores holds the stores of one table.
type Stores struct {
	Accounts  *accountstore.Store
	Articles  *articlestore.Store
	Audit     *auditstore.Store
	Canned    *cannedstore.Store
	Drafts    *draftstore.Store
	Index     *indexstore.Store
	Limits    *limitstore.Store
	Mail      *mailstore.Store
	Presences *presencestore.Store
	Settings  *settingstore.Store
	Tickets   *ticketstore.Store
	Views     *viewstore.Store
}

// New returns the stores of t.
func New(t *table.Table) Stores {
	return Stores{
		Accounts: accountstore.New(t), Articles: articlestore.New(t), Audit: auditstore.New(t), Canned: cannedstore.New(t), Drafts: draftstore.New(t),
		Index: indexstore.New(t), Limits: limitstore.New(t), Mail: mailstore.New(t), Presences: presencestore.New(t),
		Settings: settingstore.New(t), Tickets: ticketstore.New(t), Views: viewstore.New(t),
	}
}
