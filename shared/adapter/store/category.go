package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/settings"
)

// SaveCategory keeps a category of the knowledge base, in place of the one of its identifier.
func (t *Table) SaveCategory(ctx context.Context, category settings.Category) error {
	attributes, err := encode(newCategoryItem(category))
	if err != nil {
		return err
	}
	return t.put(ctx, &dynamodb.PutItemInput{Item: attributes})
}

// DeleteCategory deletes a category; without one it does nothing.
func (t *Table) DeleteCategory(ctx context.Context, id string) error {
	return t.remove(ctx, categoryKey(id))
}
