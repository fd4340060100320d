// Command text serves one of the endpoints that sanitize and store HTML. The environment variable OPERATION selects the
// endpoint.
package main

import (
	"mesa/shared/adapter/sanitize"
	"mesa/shared/wiring"
)

func main() {
	wiring.Run(wiring.TextArtifact, func(p *wiring.Parts) { p.Sanitizer = sanitize.HTML{} })
}
