# shellcheck shell=bash
# Functions of the scripts that run tests on the test stack (tools/test.sh). The stack has different ports and data than that of
# `make run`. When a script ends, the stack and the jobs of the script are stopped, and the duration of each stage is printed.
root=$PWD
# The tests add people and tickets, which a stack on AWS must not get.
unset MESA_SMOKE_STACK
export MESA_PORT=${MESA_TEST_PORT:-18080} MESA_MAILBOX_PORT=${MESA_TEST_MAILBOX_PORT:-18025} MESA_AWS_PORT=${MESA_TEST_AWS_PORT:-14566}
export MESA_SAM_PORT=${MESA_TEST_SAM_PORT:-13000}
export MESA_DATA=$root/.local/test MESA_STACK=$root/.local/test/stack.json
stack=$root/.local/bin/stack
logs=$root/.local/test-log
rm -rf "$logs"
mkdir -p "$logs"

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

# new_stack builds tools/stack and starts a test stack with new data.
new_stack() { go build -o "$stack" ./tools/stack && quiet "$stack" reset && "$stack" up; }

# with_docker checks whether Docker is running. If it is not, the stack starts it, and the end of the script stops it.
stop_docker=
with_docker() { docker version >/dev/null 2>&1 || stop_docker=yes; }

finish() {
  local status=$?
  # shellcheck disable=SC2046
  kill $(jobs -p) 2>/dev/null && wait || true
  [ ! -x "$stack" ] || "$stack" down >"$logs/down.log" 2>&1 || true
  [ -z "$stop_docker" ] || tools/docker.sh stop || true
  if [ -f "$logs/stages" ]; then
    echo
    awk '{ seconds = $1; $1 = ""; printf "%5ds %s\n", seconds, $0 }' "$logs/stages"
    printf '%5ds  in all\n' "$SECONDS"
  fi
  exit "$status"
}
trap finish EXIT

# browser [SPEC...] runs browser tests. Tracing takes longer than the tests themselves. So only failed tests are traced, in a second
# run, whose results are in test/browser/traces. Playwright reads the list of failed tests from its output directory. The
# screenshots of the first run are in test/browser/test-results. A test that fails once and then passes is unstable. The stage
# names unstable tests, and passes if there are at most max_unstable of them. They have to be mended.
max_unstable=2
browser() { (cd test/browser && { npx playwright test "$@" || repeat_failed; }); }
repeat_failed() {
  local failed
  rm -rf traces && mkdir traces && cp test-results/.last-run.json traces &&
    failed=$(node -p 'JSON.parse(fs.readFileSync("test-results/.last-run.json", "utf8")).failedTests.length') &&
    npx playwright test --last-failed --trace on --output traces &&
    echo "UNSTABLE: $failed browser tests failed once, then passed. Mend them: test/browser/test-results has their screenshots" >&2 &&
    [ "$failed" -le "$max_unstable" ]
}

# go_test runs Go tests without vet, which is one of the linters, and without cached results.
go_test() { go test -vet=off -count=1 "$@" 2>&1 | { grep -v -e 'no test files' -e '^=== ' || true; }; }
