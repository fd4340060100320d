package store

import (
	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/ticketstore"
)

// Past is a ticket with its history, for Load.
type Past = indexstore.Past

// ReadImage reads the new image of a stream record.
var ReadImage = ticketstore.ReadImage
