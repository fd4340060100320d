package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"mesa/shared/wiring"
)

// functionTable generates the table of functions in docs/architecture.md.
func functionTable(current []byte) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("| function | started by | access | artifact | environment | grants |\n|---|---|---|---|---|---|\n")
	for _, f := range wiring.Functions() {
		access := "–"
		if f.Endpoint != nil {
			access = string(f.Endpoint.Access)
		}
		var environment []string
		for _, variable := range f.Environment[1:] {
			environment = append(environment, string(variable))
		}
		var grants []string
		for _, grant := range f.Grants {
			grants = append(grants, grantText(grant))
		}
		fmt.Fprintf(&out, "| %s | %s | %s | %s | %s | %s |\n", f.Name, startedBy(f), access, f.Artifact, strings.Join(environment, " "), strings.Join(grants, "; "))
	}
	return between(current, "functions", out.Bytes())
}

func startedBy(f wiring.Function) string {
	switch t := f.Trigger; {
	case f.Endpoint != nil:
		return f.Endpoint.Method + " " + f.Endpoint.Path
	case len(t.Stream) > 0:
		var types []string
		for _, filter := range t.Stream {
			types = append(types, fmt.Sprintf("`%s` %s", filter.ItemType, strings.ToLower(strings.Join(filter.Events, ", "))))
		}
		return "stream: " + strings.Join(types, "; ")
	case t.MailQueue > 0:
		return "mail queue"
	default:
		return rate(t.Every)
	}
}

func grantText(g wiring.Grant) string {
	parts := []string{strings.TrimPrefix(g.Action, "dynamodb:")}
	if g.Index != "" {
		parts = append(parts, "index/"+g.Index)
	}
	text := "`" + strings.Join(append(parts, g.Keys...), " ") + "`"
	if len(g.Attributes) > 0 {
		text += " (only `" + strings.Join(g.Attributes, " ") + "`)"
	}
	return text
}

// partitionTable generates the table in docs/table.md that lists the functions that read and write each partition.
func partitionTable(current []byte) ([]byte, error) {
	type users struct{ writers, readers []string }
	partitions := map[string]*users{}
	for _, f := range wiring.Functions() {
		for _, grant := range f.Grants {
			if grant.Resource != wiring.Table {
				continue
			}
			for _, key := range partitionsOf(grant) {
				if partitions[key] == nil {
					partitions[key] = &users{}
				}
				list := &partitions[key].writers
				if slices.Contains([]string{"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"}, grant.Action) {
					list = &partitions[key].readers
				}
				if !slices.Contains(*list, f.Name) {
					*list = append(*list, f.Name)
				}
			}
		}
	}
	var out bytes.Buffer
	out.WriteString("| partition | written by | read by |\n|---|---|---|\n")
	for _, key := range slices.Sorted(maps.Keys(partitions)) {
		fmt.Fprintf(&out, "| `%s` | %s | %s |\n", key, strings.Join(partitions[key].writers, ", "), readers(partitions[key].readers))
	}
	return between(current, "partitions", out.Bytes())
}

// partitionsOf returns the partitions of the table or of an index that a grant permits.
func partitionsOf(g wiring.Grant) []string {
	if g.Index == "" {
		return g.Keys
	}
	index := "index/" + g.Index
	if len(g.Keys) == 0 {
		return []string{index}
	}
	var partitions []string
	for _, key := range g.Keys {
		partitions = append(partitions, index+" "+key)
	}
	return partitions
}

// readers lists functions. If all endpoints that read the session are among them, they are listed as a single entry.
func readers(names []string) string {
	var listed []string
	session := sessionReaders()
	if all := !slices.ContainsFunc(session, func(name string) bool { return !slices.Contains(names, name) }); all {
		listed = append(listed, "every endpoint that reads the session")
	} else {
		session = nil
	}
	for _, name := range names {
		if !slices.Contains(session, name) {
			listed = append(listed, name)
		}
	}
	return strings.Join(listed, ", ")
}

// sessionReaders returns the names of the endpoints that read the session.
func sessionReaders() []string {
	var names []string
	for _, f := range wiring.Functions() {
		if f.Endpoint != nil && slices.ContainsFunc(f.Grants, func(g wiring.Grant) bool {
			return slices.Contains(g.Keys, "SESSION#*") && g.Action == "dynamodb:BatchGetItem"
		}) {
			names = append(names, f.Name)
		}
	}
	return names
}
