#!/usr/bin/env bash
# Writes test/events (`make events`): opens a ticket on the test stack, whose emulator records the events of functions.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/stages.sh
export MESA_RECORDED_EVENTS=$logs/events
mkdir "$MESA_RECORDED_EVENTS"

stage "stack for the tests" quiet new_stack
stage "events" .local/emulator/bin/python test/events/record.py
