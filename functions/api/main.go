// Command api runs the endpoints that store no HTML. OPERATION names the one that a function serves.
package main

import "mesa/shared/wiring"

func main() { wiring.Run(wiring.APIArtifact, nil) }
