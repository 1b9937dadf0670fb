#!/bin/sh
# Make the virtual environment $1 with the Python $2, or say in one sentence what is lacking.
set -eu
environment=$1
python=$2

fail() {
    echo "$1" >&2
    exit 1
}

# Debian and its kin keep the part that makes environments in a package of its own.
install_venv() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo -n"; fi
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python's venv part is missing; installing python$version-venv."
    $as_root apt-get update -qq && $as_root apt-get install -y -qq "python$version-venv" >/dev/null
}

command -v "$python" >/dev/null || fail "Python is missing: install Python 3.11 or later, then run this again."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "$("$python" --version) is too old: Python 3.11 or later is needed. Name one by: make PYTHON=/path/to/python3"

"$python" -c 'import ensurepip, venv' 2>/dev/null || install_venv ||
    fail "Python cannot make environments here. On Debian or Ubuntu run: sudo apt-get install python3-venv"

rm -rf "$environment"
"$python" -m venv "$environment"
