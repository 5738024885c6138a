#!/usr/bin/env bash
# Print the sample collection's PDFs from their sources (needs Chromium). The PDFs are kept in graph/samples.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../graph/samples
for source in "$here"/*.html; do
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking --user-data-dir="$(mktemp -d)" \
    --no-pdf-header-footer --print-to-pdf="$out/$(basename "${source%.html}").pdf" "file://$source" 2>/dev/null
done
