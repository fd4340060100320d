#!/usr/bin/env bash
# Runs all checks and tests (`make test`). First it checks the sources. Then it runs the tests on DynamoDB Local and on a
# separate stack, with different ports than `make run` and new data. At the end it stops its processes and prints the duration
# of each stage.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export MESA_PORT=${MESA_TEST_PORT:-18080} MESA_MAILBOX_PORT=${MESA_TEST_MAILBOX_PORT:-18025} MESA_AWS_PORT=${MESA_TEST_AWS_PORT:-14566}
export MESA_DATA=$root/.local/test MESA_STACK=$root/.local/test/stack.json MESA_RECORDED_CALLS=$root/.local/test/calls
dynamodb_port=${MESA_TEST_DYNAMODB_PORT:-18000}
logs=$root/.local/test-log
rm -rf "$logs" "$MESA_RECORDED_CALLS"
mkdir -p "$logs" "$MESA_RECORDED_CALLS"
stack=$root/.local/bin/stack

# stage NAME COMMAND... runs a command and records its duration. Bash ignores `set -e` in a function that a stage runs, so such
# functions join their commands with &&.
stage() {
  local name=$1 began=$SECONDS
  shift
  "$@" || { echo "FAILED: $name" >&2; return 1; }
  echo "$((SECONDS - began)) $name" >>"$logs/stages"
  printf '%5ds  %s\n' $((SECONDS - began)) "$name"
}

# quiet COMMAND... shows the output of a command only if the command fails.
quiet() {
  local log
  log=$(mktemp "$logs/XXXXXX")
  "$@" >"$log" 2>&1 || { cat "$log"; return 1; }
}

finish() {
  local status=$?
  # shellcheck disable=SC2046
  kill $(jobs -p) 2>/dev/null || true
  [ ! -x "$stack" ] || "$stack" down >"$logs/down.log" 2>&1 || true
  if [ -f "$logs/stages" ]; then
    echo
    awk '{ seconds = $1; $1 = ""; printf "%5ds %s\n", seconds, $0 }' "$logs/stages"
    printf '%5ds  in all\n' "$SECONDS"
  fi
  exit "$status"
}
trap finish EXIT

dynamodb_local() {
  local engine=$root/.local/dynamodb-local
  if [ ! -d "$engine/lib" ]; then
    quiet mvn -q -f tools/dynamodb-local/pom.xml dependency:copy-dependencies -DoutputDirectory="$engine/lib.new" -DincludeScope=runtime &&
      mv "$engine/lib.new" "$engine/lib" || return 1
  fi
  (cd "$engine" && exec java -Djava.library.path=lib -cp 'lib/*' software.amazon.dynamodb.services.local.main.ServerRunner \
    -inMemory -port "$dynamodb_port" -disableTelemetry) >"$logs/dynamodb-local.log" 2>&1 &
  dynamodb_pid=$!
}

web_checks() {
  stage "lint: templates" quiet make lint-templates
  stage "lint: web" quiet make lint-web
  stage "unit tests: web" vitest
}

vitest() { (cd web && npm test -- --reporter=dot); }

new_stack() { quiet "$stack" reset && "$stack" up; }
pages() { (cd web && npm run --silent size); }
# Tracing takes longer than the tests themselves. So only failed tests are traced, in a second run, whose results are in
# test/browser/traces. The screenshots of the first run are in test/browser/test-results. The stage fails in any case.
browser() { (cd test/browser && { npx playwright test || { npx playwright test --last-failed --trace on --output traces || true; false; }; }); }

# go_test runs Go tests without vet, which is one of the linters, and without cached results.
go_test() { go test -vet=off -count=1 "$@" 2>&1 | { grep -v -e 'no test files' -e '^=== ' || true; }; }

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
stage "unit and store tests, on both engines" go_test ./shared/... ./tools/...
kill "$dynamodb_pid" # its garbage collection would slow down the browser tests
stage "browser tests" browser
stage "contract and stack tests" go_test -tags=stack,lambda.norpc -p 1 ./test/...
stage "schemathesis" go_test -tags=fuzz,lambda.norpc -v ./test/fuzz
stage "restart" go_test -tags=restart,lambda.norpc ./test/restart
stage "every grant is used" go_test -tags=grants,lambda.norpc -run Grant ./test/contract
