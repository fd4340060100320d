package tabletest

import (
	"errors"
	"fmt"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"go.yaml.in/yaml/v3"

	"mesa/infra"
	"mesa/shared/adapter/table"
)

// definition holds the keys and indexes of a table in a CloudFormation template.
type definition struct {
	AttributeDefinitions []struct {
		AttributeName string `yaml:"AttributeName"`
		AttributeType string `yaml:"AttributeType"`
	} `yaml:"AttributeDefinitions"`
	KeySchema              []keyPart `yaml:"KeySchema"`
	GlobalSecondaryIndexes []index   `yaml:"GlobalSecondaryIndexes"`
}

type keyPart struct {
	AttributeName string `yaml:"AttributeName"`
	KeyType       string `yaml:"KeyType"`
}

type index struct {
	IndexName  string    `yaml:"IndexName"`
	KeySchema  []keyPart `yaml:"KeySchema"`
	Projection struct {
		ProjectionType   string   `yaml:"ProjectionType"`
		NonKeyAttributes []string `yaml:"NonKeyAttributes"`
	} `yaml:"Projection"`
}

// readDefinition reads the definition of the only table in infra/data.yaml. The result is cached.
var readDefinition = sync.OnceValues(func() (definition, error) {
	var template struct {
		Resources map[string]struct {
			Type       string    `yaml:"Type"`
			Properties yaml.Node `yaml:"Properties"`
		} `yaml:"Resources"`
	}
	if err := yaml.Unmarshal(infra.Data, &template); err != nil {
		return definition{}, fmt.Errorf("infra/data.yaml: %w", err)
	}
	for name, resource := range template.Resources {
		if resource.Type != "AWS::DynamoDB::Table" {
			continue
		}
		var found definition
		if err := resource.Properties.Decode(&found); err != nil {
			return definition{}, fmt.Errorf("infra/data.yaml: %s: %w", name, err)
		}
		return found, nil
	}
	return definition{}, errors.New("infra/data.yaml has no table")
})

func (d definition) input(name string) *dynamodb.CreateTableInput {
	in := &dynamodb.CreateTableInput{TableName: &name, BillingMode: types.BillingModePayPerRequest, KeySchema: schema(d.KeySchema)}
	for _, attribute := range d.AttributeDefinitions {
		in.AttributeDefinitions = append(in.AttributeDefinitions, types.AttributeDefinition{
			AttributeName: &attribute.AttributeName, AttributeType: types.ScalarAttributeType(attribute.AttributeType),
		})
	}
	for _, index := range d.GlobalSecondaryIndexes {
		in.GlobalSecondaryIndexes = append(in.GlobalSecondaryIndexes, types.GlobalSecondaryIndex{
			IndexName: &index.IndexName, KeySchema: schema(index.KeySchema),
			Projection: &types.Projection{
				ProjectionType: types.ProjectionType(index.Projection.ProjectionType), NonKeyAttributes: index.Projection.NonKeyAttributes,
			},
		})
	}
	return in
}

func schema(parts []keyPart) []types.KeySchemaElement {
	elements := make([]types.KeySchemaElement, 0, len(parts))
	for _, part := range parts {
		elements = append(elements, types.KeySchemaElement{AttributeName: &part.AttributeName, KeyType: types.KeyType(part.KeyType)})
	}
	return elements
}

// Indexes returns the indexes that infra/data.yaml defines.
func Indexes() ([]table.Index, error) {
	definition, err := readDefinition()
	var all []table.Index
	for _, index := range definition.GlobalSecondaryIndexes {
		found := table.Index{Name: index.IndexName}
		for _, part := range index.KeySchema {
			if part.KeyType == string(types.KeyTypeHash) {
				found.Partition = part.AttributeName
			} else {
				found.Sort = part.AttributeName
			}
		}
		all = append(all, found)
	}
	return all, err
}
