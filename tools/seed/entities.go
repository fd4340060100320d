package main

import "mesa/shared/domain/settings"

// entities returns the Federation and Mexico's 32 federal entities in alphabetical order (B5).
func entities() []settings.Entity {
	return []settings.Entity{
		{ID: "FEDERACION", Name: settings.Text{Spanish: "Federación", English: "Federal government"}},
		{ID: "AGUASCALIENTES", Name: settings.Text{Spanish: "Aguascalientes"}},
		{ID: "BAJA_CALIFORNIA", Name: settings.Text{Spanish: "Baja California"}},
		{ID: "BAJA_CALIFORNIA_SUR", Name: settings.Text{Spanish: "Baja California Sur"}},
		{ID: "CAMPECHE", Name: settings.Text{Spanish: "Campeche"}},
		{ID: "CHIAPAS", Name: settings.Text{Spanish: "Chiapas"}},
		{ID: "CHIHUAHUA", Name: settings.Text{Spanish: "Chihuahua"}},
		{ID: "CIUDAD_DE_MEXICO", Name: settings.Text{Spanish: "Ciudad de México", English: "Mexico City"}},
		{ID: "COAHUILA", Name: settings.Text{Spanish: "Coahuila"}},
		{ID: "COLIMA", Name: settings.Text{Spanish: "Colima"}},
		{ID: "DURANGO", Name: settings.Text{Spanish: "Durango"}},
		{ID: "ESTADO_DE_MEXICO", Name: settings.Text{Spanish: "Estado de México", English: "State of Mexico"}},
		{ID: "GUANAJUATO", Name: settings.Text{Spanish: "Guanajuato"}},
		{ID: "GUERRERO", Name: settings.Text{Spanish: "Guerrero"}},
		{ID: "HIDALGO", Name: settings.Text{Spanish: "Hidalgo"}},
		{ID: "JALISCO", Name: settings.Text{Spanish: "Jalisco"}},
		{ID: "MICHOACAN", Name: settings.Text{Spanish: "Michoacán"}},
		{ID: "MORELOS", Name: settings.Text{Spanish: "Morelos"}},
		{ID: "NAYARIT", Name: settings.Text{Spanish: "Nayarit"}},
		{ID: "NUEVO_LEON", Name: settings.Text{Spanish: "Nuevo León"}},
		{ID: "OAXACA", Name: settings.Text{Spanish: "Oaxaca"}},
		{ID: "PUEBLA", Name: settings.Text{Spanish: "Puebla"}},
		{ID: "QUERETARO", Name: settings.Text{Spanish: "Querétaro"}},
		{ID: "QUINTANA_ROO", Name: settings.Text{Spanish: "Quintana Roo"}},
		{ID: "SAN_LUIS_POTOSI", Name: settings.Text{Spanish: "San Luis Potosí"}},
		{ID: "SINALOA", Name: settings.Text{Spanish: "Sinaloa"}},
		{ID: "SONORA", Name: settings.Text{Spanish: "Sonora"}},
		{ID: "TABASCO", Name: settings.Text{Spanish: "Tabasco"}},
		{ID: "TAMAULIPAS", Name: settings.Text{Spanish: "Tamaulipas"}},
		{ID: "TLAXCALA", Name: settings.Text{Spanish: "Tlaxcala"}},
		{ID: "VERACRUZ", Name: settings.Text{Spanish: "Veracruz"}},
		{ID: "YUCATAN", Name: settings.Text{Spanish: "Yucatán"}},
		{ID: "ZACATECAS", Name: settings.Text{Spanish: "Zacatecas"}},
	}
}
