// Command api serves one of the endpoints that store no HTML. The environment variable OPERATION selects the endpoint.
package main

import "mesa/shared/wiring"

func main() { wiring.Run(wiring.APIArtifact, nil) }
