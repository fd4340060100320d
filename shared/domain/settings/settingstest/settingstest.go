// Package settingstest has the settings that tests of a desk in Mexico start from.
package settingstest

import (
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

// Mexico returns the default settings with numbers such as PNT000001, Mexico City's time and Mexico's official holidays.
func Mexico() settings.Settings {
	const zone = "America/Mexico_City"
	s := settings.Default()
	s.Numbering, s.TimeZone = ticket.Numbering{Prefix: "PNT", Width: 6}, zone
	s.Deadlines.Calendar = sla.Calendar{Zone: zone, OfficialHolidays: true}
	return s
}
