#!/usr/bin/env bash
# Restarts the desk with an emulator that records events, and writes test/events (`make events`).
set -euo pipefail
cd "$(dirname "$0")/.."
MESA_RECORDED_EVENTS=$(mktemp -d)
export MESA_RECORDED_EVENTS
go build -o .local/bin/stack ./tools/stack
.local/bin/stack down
.local/bin/stack up
.local/emulator/bin/python test/events/record.py
rm -r "$MESA_RECORDED_EVENTS"
.local/bin/stack down
