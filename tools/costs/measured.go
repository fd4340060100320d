package main

import (
	_ "embed"
	"encoding/json"
)

//go:embed measured.json
var measuredJSON []byte

// measured is the content of measured.json.
type measured struct {
	Life life `json:"life"`
	// Pages maps the visits of a page to the calls of the API that they cause, by route. test/browser/calls.spec.ts compares
	// them with the pages.
	Pages map[string]map[string]int `json:"pages"`
}

// callsOf returns the number of calls of the API that a visit of a page causes.
func (m measured) callsOf(page string) int {
	total := 0
	for _, count := range m.Pages[page] {
		total += count
	}
	return total
}

// life is the cost of a ticket, from the first draft until it is closed, without the reads of pages. TestMeasuredLife measures it.
type life struct {
	Invocations map[string]cost `json:"invocations"` // by function
	Mails       int             `json:"mails"`
	// StoredBytes is the size of the ticket's items in the table, rounded down to kilobytes.
	StoredBytes int `json:"storedBytes"`
}

// cost is the number of invocations and their calls and units in DynamoDB.
type cost struct {
	Count      int     `json:"count"`
	Calls      int     `json:"calls"`
	ReadUnits  float64 `json:"readUnits"`
	WriteUnits float64 `json:"writeUnits"`
}

// readMeasured decodes measured.json.
func readMeasured() measured {
	var m measured
	if err := json.Unmarshal(measuredJSON, &m); err != nil {
		panic(err) // the file is part of the program
	}
	return m
}
