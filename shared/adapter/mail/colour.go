package mail

import "strconv"

const defaultAccent = "#2c5e8c"

// accent returns the desk's colour if it has the form #rrggbb, otherwise the default.
func accent(colour string) string {
	if _, ok := rgb(colour); ok {
		return colour
	}
	return defaultAccent
}

// onAccent returns the text colour with more contrast on the accent: a dark or a light colour (WCAG 2.1).
func onAccent(colour string) string {
	c, _ := rgb(accent(colour))
	// luminance is the relative luminance, approximated with a gamma of 2.
	luminance := (0.2126*c[0]*c[0] + 0.7152*c[1]*c[1] + 0.0722*c[2]*c[2])
	if luminance > 0.22 {
		return "#10202f"
	}
	return "#ffffff"
}

// rgb returns the components of #rrggbb, each from 0 to 1.
func rgb(colour string) (parts [3]float64, ok bool) {
	if len(colour) != 7 || colour[0] != '#' {
		return parts, false
	}
	for i := range parts {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return parts, false
		}
		parts[i] = float64(n) / 255
	}
	return parts, true
}
