package account

import (
	"slices"

	"github.com/mileusna/useragent"
)

// The browsers and systems that DescribeBrowser names. The header User-Agent may contain any text, and the description is shown to
// the person and mailed to them. So other names are not used.
var (
	knownBrowsers = []string{
		useragent.Chrome, useragent.Firefox, useragent.Safari, useragent.Edge, useragent.Opera, useragent.OperaMini, useragent.OperaTouch,
		useragent.Vivaldi, useragent.SamsungBrowser, useragent.InternetExplorer, useragent.HeadlessChrome,
	}
	knownSystems = []string{
		useragent.Windows, useragent.MacOS, useragent.Linux, useragent.ChromeOS, useragent.Android, useragent.IOS, useragent.Harmony,
	}
	knownModels = []string{"iPhone", "iPad"}
)

// maxUserAgent is the number of bytes of a header User-Agent that are read.
const maxUserAgent = 512

// DescribeBrowser returns a short description of a browser from its header User-Agent, such as "Firefox, Windows". It omits what it
// does not know, and returns "" for an unknown browser on an unknown system.
func DescribeBrowser(userAgent string) string {
	parsed := useragent.Parse(userAgent[:min(len(userAgent), maxUserAgent)])
	browser, system := parsed.Name, parsed.OS
	if slices.Contains(knownModels, parsed.Device) {
		system = parsed.Device
	} else if !slices.Contains(knownSystems, system) {
		system = ""
	}
	if !slices.Contains(knownBrowsers, browser) {
		return system
	}
	if system == "" {
		return browser
	}
	return browser + ", " + system
}
