#!/bin/sh
# Compile the lock files: exact versions with hashes, for every platform, and no registry's address.
set -eu
command -v uv >/dev/null || { echo "Locking needs uv: see its own documentation, or python3 -m pip install uv." >&2; exit 1; }

compile() {
    uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
}

compile pyproject.toml --output-file .setup/runtime.lock
compile --group dev --constraints .setup/runtime.lock --output-file .setup/development.lock
if grep -qiE '^(torch|nvidia)' .setup/*.lock; then
    echo "PyTorch crept into the locks." >&2
    exit 1
fi
