package main

import (
	_ "embed"
	"encoding/json"
)

//go:embed prices.json
var pricesJSON []byte

// priceList is the content of prices.json: AWS's public list prices.
type priceList struct {
	// Date is the day on which the prices were checked.
	Date   string           `json:"date"`
	Region string           `json:"region"`
	Prices map[string]price `json:"prices"`
}

// price is the list price of a unit of a service.
type price struct {
	USD float64 `json:"usd"`
	// Per is the number of units that cost USD.
	Per float64 `json:"per"`
	// Free is the monthly number of units that AWS gives every account without an end date.
	Free   float64 `json:"free"`
	Source string  `json:"source"`
}

// of returns the price in US$ of a number of units.
func (p price) of(units float64) float64 { return units * p.USD / p.Per }

// charged returns the price in US$ of the units that exceed the free units.
func (p price) charged(units float64) float64 { return p.of(max(0, units-p.Free)) }

// readPrices decodes prices.json.
func readPrices() priceList {
	var list priceList
	if err := json.Unmarshal(pricesJSON, &list); err != nil {
		panic(err) // the file is part of the program
	}
	return list
}
