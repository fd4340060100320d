// Command text runs the endpoints that store HTML, which they sanitize. OPERATION names the one that a function serves.
package main

import (
	"mesa/shared/adapter/sanitize"
	"mesa/shared/wiring"
)

func main() {
	wiring.Run(wiring.TextArtifact, func(p *wiring.Parts) { p.Sanitizer = sanitize.HTML{} })
}
