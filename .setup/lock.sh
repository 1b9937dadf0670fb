#!/bin/sh
# Compile the lock files: exact versions with hashes, for every platform, and no registry's address.
# Versions that are locked stay, unless the argument --upgrade is given.
set -eu
command -v uv >/dev/null || { echo "Locking needs uv: python3 -m pip install uv" >&2; exit 1; }

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
}

compile "$@" pyproject.toml --output-file .setup/runtime.lock
compile "$@" --group dev --constraints .setup/runtime.lock --output-file .setup/development.lock
