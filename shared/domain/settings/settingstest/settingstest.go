// Package settingstest provides the settings with which the tests of a desk in Mexico start.
package settingstest

import (
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

// Mexico returns the default settings with ticket numbers such as PNT000001, Mexico City's time zone, Mexico's official
// holidays and some of its entities.
func Mexico() settings.Settings {
	const zone = "America/Mexico_City"
	s := settings.Default()
	s.Numbering, s.TimeZone = ticket.Numbering{Prefix: "PNT", Width: 6}, zone
	s.MailWindow = 0 // the tests expect one mail per act
	s.Deadlines.Calendar = sla.Calendar{Zone: zone, OfficialHolidays: true}
	s.Entities = []settings.Entity{
		{ID: "FEDERACION", Name: settings.Text{Spanish: "Federación", English: "Federal government"}},
		{ID: "JALISCO", Name: settings.Text{Spanish: "Jalisco"}},
		{ID: "OAXACA", Name: settings.Text{Spanish: "Oaxaca"}},
	}
	return s
}
