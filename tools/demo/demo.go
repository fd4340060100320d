// Package demo has what identifies the demo's institution: the seed puts it into the desk's settings, and the local stack
// passes it to the template's parameters. The product itself names no institution.
package demo

const (
	// Name is the desk's name (A4).
	Name = "Soporte Técnico Para Organos Garantes"
	// MailFrom is the address that mail comes from, and the contact address on the pages (A4, D5).
	MailFrom = "mesaserviciopnt@inai.org.mx"
	// MailDomain is the domain of MailFrom.
	MailDomain = "inai.org.mx"
	// TimeZone is the zone of the desk and its people (C4).
	TimeZone = "America/Mexico_City"
)
