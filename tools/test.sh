#!/usr/bin/env bash
# Runs all checks and tests (`make test`). First it checks the sources. Then it runs the tests on DynamoDB Local and on a
# separate stack, with different ports than `make run` and new data. At the end it stops its processes and prints the duration
# of each stage.
set -euo pipefail
cd "$(dirname "$0")/.."
export MESA_RECORDED_CALLS=$PWD/.local/test/calls
. tools/stages.sh
dynamodb_port=${MESA_TEST_DYNAMODB_PORT:-18000}
rm -rf "$MESA_RECORDED_CALLS"
mkdir -p "$MESA_RECORDED_CALLS"

dynamodb_local() {
  quiet tools/dynamodb-local.sh || return 1
  tools/dynamodb-local.sh "$dynamodb_port" >"$logs/dynamodb-local.log" 2>&1 &
  dynamodb_pid=$!
}

web_checks() {
  stage "lint: templates" quiet make lint-templates
  stage "lint: web" quiet make lint-web
  stage "unit tests: web" vitest
}

vitest() { (cd web && npm test -- --reporter=dot); }

pages() { (cd web && npm run --silent size); }

stage "install tools" quiet make -j2 tools .local/bin/golangci-lint
stage "generated files" quiet make stale
# The web checks use one core, so they run in parallel with the Go linters.
web_checks &
web=$!
failed=
stage "lint: Go" quiet make lint-go || failed=yes
wait $web || failed=yes
[ -z "$failed" ]

stage "DynamoDB Local" dynamodb_local
stage "stack for the tests" new_stack
stage "size of the pages" quiet pages
export DYNAMODB_LOCAL_ENDPOINT=http://localhost:$dynamodb_port EMULATOR_ENDPOINT=http://localhost:$MESA_AWS_PORT
stage "unit and store tests" go_test ./shared/... ./tools/...
kill "$dynamodb_pid" # its garbage collection would slow down the browser tests
stage "browser tests" browser
stage "contract and stack tests" go_test -tags=stack,lambda.norpc -p 1 ./test/...
stage "rehearsals of the runbook" go_test -tags=rehearsal,lambda.norpc -skip TestRestore ./test/rehearsal
stage "schemathesis" go_test -tags=fuzz,lambda.norpc -v ./test/fuzz
stage "restart" go_test -tags=restart,lambda.norpc ./test/restart
stage "every grant is used" go_test -tags=grants,lambda.norpc -run Grant ./test/contract
# This takes half a minute. Afterwards the stack uses another table.
[ -z "${CI:-}" ] || stage "rehearsal of the restoration" go_test -tags=rehearsal,lambda.norpc -run TestRestore ./test/rehearsal
