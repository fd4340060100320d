// Package demo holds the data of the demo's institution. The seed writes it to the desk's settings. The local stack also passes
// the address to the template's parameters and the name to the build of the pages. The product itself contains no name of an
// institution.
package demo

const (
	// Name is the desk's name (A4).
	Name = "Soporte Técnico Para Organos Garantes"
	// MailFrom is the sender's address of mails, and the contact address on the pages (A4, D5).
	MailFrom = "mesaserviciopnt@inai.org.mx"
	// TimeZone is the time zone of the desk and its people (C4).
	TimeZone = "America/Mexico_City"
)
