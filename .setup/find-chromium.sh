#!/bin/sh
# Print the path of a Chromium for the browser tests: the one that CHROMIUM names, one that is there, or one installed now.
set -eu

find_chromium() {
    for name in "${CHROMIUM:-chromium}" chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return 0
    done
    return 1
}

install_chromium() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo -n"; fi
    echo "No Chromium found; installing one for the browser tests." >&2
    { $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium; } >&2
}

if [ -n "${CHROMIUM:-}" ] && ! command -v "$CHROMIUM" >/dev/null; then
    echo "CHROMIUM is $CHROMIUM, but there is no such program." >&2
    exit 1
fi
find_chromium && exit 0
install_chromium && find_chromium && exit 0
echo "The browser tests need Chromium or Chrome. Install it (on Debian: sudo apt-get install chromium), or name it by CHROMIUM=/path/to/it." >&2
exit 1
