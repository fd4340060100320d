#!/usr/bin/env bash
# Runs tests on LocalStack, on the test stack (`make test-localstack`). `short` runs only the seven steps and a few stack tests.
# tools/engines lists the tests that cannot pass on LocalStack; they are printed with the reasons. It requires Docker
# (tools/docker.sh).
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/stages.sh
with_docker
export ENGINE=localstack

# stack_tests prints the skipped tests too, but not the lines that the tests log as JSON.
stack_tests() { go_test -v -timeout=30m -tags=stack,lambda.norpc -p 1 "$@" | { grep -v -e '^ *--- PASS' -e '^{"time' || true; }; }

# routed waits until new tickets are routed: the demo data passes through the table's stream first.
routed() {
  for _ in 1 2 3 4 5 6; do
    ! stack_tests -run TestTheSevenSteps ./test/stack >"$logs/routed.log" 2>&1 || return 0
  done
  cat "$logs/routed.log"
  return 1
}

stage "install tools" quiet make tools
stage "stack for the tests" new_stack
stage "the stream" routed
stage "the seven steps in the browser" browser seven-steps.spec.ts --timeout 180000 # the first call of each function starts a container
if [ "${1:-}" = short ]; then
  stage "the seven steps by the API" stack_tests -run 'TestTheSevenSteps|TestMailbox|TestSiteServesPagesAndAPI|TestFailureQueuesAreEmpty' ./test/stack
else
  stage "contract and stack tests" stack_tests ./test/contract ./test/stack
fi
