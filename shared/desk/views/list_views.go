package views

import (
	"cmp"
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/fold"
	"mesa/shared/domain/view"
)

// ListViews lists the caller's own views and the shared views that they may use.
type ListViews struct {
	Views view.Views
}

// ListViews implements the operation list-views.
func (l ListViews) ListViews(ctx context.Context, _ api.ListViewsRequestObject) (api.ListViewsResponseObject, error) {
	user := caller.From(ctx)
	all, err := l.Views.Views(ctx, user.ID)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b view.View) int {
		return cmp.Or(cmp.Compare(fold.Text(a.Name), fold.Text(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	list := make(api.ListViews200JSONResponse, 0, len(all))
	for _, v := range all {
		if !view.MayUse(v, user.Person) {
			continue
		}
		shown, err := apiView(v, user.Person)
		if err != nil {
			return nil, err
		}
		list = append(list, shown)
	}
	return list, nil
}
