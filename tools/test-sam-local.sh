#!/usr/bin/env bash
# Runs tests through `sam local` on the test stack (`make test-sam-local`): the functions of the API run in containers, those of the
# stream, the queue and the schedules in the emulator. `short` leaves out the contract tests, which take minutes. It requires
# Docker (tools/docker.sh).
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/stages.sh
with_docker

sam_local() {
  "$stack" sam-local >"$logs/sam-local.log" 2>&1 &
  local pid=$!
  until grep -q Ctrl-C "$logs/sam-local.log"; do
    kill -0 $pid 2>/dev/null || { cat "$logs/sam-local.log"; return 1; }
    sleep 0.5
  done
}

stage "install tools" quiet make tools
stage "stack for the tests" new_stack
stage "sam local" sam_local
export MESA_STACK=$MESA_DATA/sam-local/stack.json
stage "every route, and the recorded events" go_test -tags=samlocal,lambda.norpc ./test/samlocal
stage "the seven steps" browser seven-steps.spec.ts --timeout 180000 # the first request to a function starts its container
[ "${1:-}" = short ] || stage "contract tests" go_test -timeout 30m -tags=stack,lambda.norpc ./test/contract
