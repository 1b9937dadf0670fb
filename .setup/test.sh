#!/bin/sh
# Run every test: the pages in a real browser in a call of their own, for Playwright's event loop
# makes Django refuse the database unless DJANGO_ALLOW_ASYNC_UNSAFE says that it is meant; and what asks the
# database once more on PostgreSQL.
set -u
python=$1
failed=0

# pytest ends with 5 where it found no test; that is no failure, and its own last line says so.
run() {
    "$python" -m pytest "$@"
    code=$?
    [ $code = 0 ] || [ $code = 5 ] || failed=1
}

chromium=$(.setup/find-chromium.sh) || exit 1
run
DJANGO_ALLOW_ASYNC_UNSAFE=1 CHROMIUM=$chromium run tests/browser
# All that asks the database again on PostgreSQL, on a server of its own that is gone afterwards.
"$python" -m tests.postgresql "$python" -m pytest \
    tests/accounts tests/classroom tests/comparisons tests/library || failed=1
exit $failed
