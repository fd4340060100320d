#!/usr/bin/env bash
# Downloads and runs DynamoDB Local, with its data in memory. It requires Java, and Maven for the download.
#
#   tools/dynamodb-local.sh        downloads it into .local/dynamodb-local unless it is there
#   tools/dynamodb-local.sh PORT   runs it at a port
set -euo pipefail
cd "$(dirname "$0")/.."
lib=$PWD/.local/dynamodb-local/lib
if [ -n "${1:-}" ]; then
  exec java -Djava.library.path="$lib" -cp "$lib/*" software.amazon.dynamodb.services.local.main.ServerRunner \
    -inMemory -port "$1" -disableTelemetry
fi
if [ ! -d "$lib" ]; then
  mvn -q -f tools/dynamodb-local/pom.xml dependency:copy-dependencies -DoutputDirectory="$lib.new" -DincludeScope=runtime
  mv "$lib.new" "$lib"
fi
