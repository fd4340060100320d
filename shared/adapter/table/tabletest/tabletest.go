// Package tabletest helps to test what is stored in the table.
package tabletest
