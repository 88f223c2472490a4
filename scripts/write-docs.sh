#!/bin/sh
# Takes the pictures of the README anew, and writes docs/control-card.md and docs/conformance.md from the code.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B test -Dloket.write-docs=true -Dtest='ScreenshotsTest,TransitionDiagramTest,ConformanceTest'
