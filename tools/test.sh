#!/usr/bin/env bash
# Runs all tests on a stack of their own, with other ports and fresh data than a developer's, and on DynamoDB Local.
# It stops what it started.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export MESA_PORT=${MESA_TEST_PORT:-18080} MESA_MAILBOX_PORT=${MESA_TEST_MAILBOX_PORT:-18025} MESA_AWS_PORT=${MESA_TEST_AWS_PORT:-14566}
export MESA_DATA=$root/.local/test MESA_STACK=$root/.local/test/stack.json
dynamodb_port=${MESA_TEST_DYNAMODB_PORT:-18000}
logs=$root/.local/test-log
mkdir -p "$logs"

began=$(date +%s)
step() { printf '%5ds  %s\n' "$(($(date +%s) - began))" "$*"; }

dynamodb_pid=
finish() {
  [ -z "$dynamodb_pid" ] || kill "$dynamodb_pid" 2>/dev/null || true
  go run ./tools/stack down >"$logs/down.log" 2>&1 || true
}
trap finish EXIT

step "DynamoDB Local"
engine=$root/.local/dynamodb-local
if [ ! -d "$engine/lib" ]; then
  mvn -q -f tools/dynamodb-local/pom.xml dependency:copy-dependencies -DoutputDirectory="$engine/lib.new" -DincludeScope=runtime >"$logs/maven.log" 2>&1 ||
    { tail -20 "$logs/maven.log"; exit 1; }
  mv "$engine/lib.new" "$engine/lib"
fi
(cd "$engine" && exec java -Djava.library.path=lib -cp 'lib/*' software.amazon.dynamodb.services.local.main.ServerRunner \
  -inMemory -port "$dynamodb_port" -disableTelemetry) >"$logs/dynamodb-local.log" 2>&1 &
dynamodb_pid=$!

step "stack for the tests"
go run ./tools/stack reset >"$logs/reset.log" 2>&1
go run ./tools/stack up

export DYNAMODB_LOCAL_ENDPOINT=http://localhost:$dynamodb_port EMULATOR_ENDPOINT=http://localhost:$MESA_AWS_PORT
step "unit and store tests, on both engines"
go test ./shared/... ./tools/... 2>&1 | grep -v 'no test files'
step "browser tests"
(cd test/browser && npx playwright test)
step "contract and stack tests"
go test -tags stack -count=1 -p 1 ./test/... 2>&1 | grep -v 'no test files'
step "schemathesis"
go test -tags fuzz -count=1 -v ./test/fuzz 2>&1 | grep -v '^=== '
step "restart test"
go test -tags restart -count=1 ./test/restart
step "done"
