#!/bin/sh
# A private PostgreSQL cluster for the tests.
#   testkit/postgres.sh start   makes and starts it, prints its address for PEJLING_TEST_POSTGRES;
#                               prints nothing where PostgreSQL is not installed
#   testkit/postgres.sh stop    stops it and removes it
# It listens on a socket only, needs no password, and forgets everything when it stops.
set -eu

home="${PEJLING_TEST_CLUSTER:-${TMPDIR:-/tmp}/pejling-test-postgres-$(id -u)}"

binaries() {
    for folder in /usr/lib/postgresql/*/bin; do
        [ -x "$folder/initdb" ] && found="$folder"
    done
    [ -n "${found:-}" ] || found=$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")
    [ -x "$found/initdb" ] && echo "$found"
}

# initdb refuses root: there the cluster belongs to the user postgres.
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
    else
        "$@"
    fi
}

start() {
    bin=$(binaries) || { echo "PostgreSQL is not installed: tests run on SQLite only" >&2; exit 0; }
    if [ ! -f "$home/data/PG_VERSION" ]; then
        rm -rf "$home"
        mkdir -p "$home"
        [ "$(id -u)" = 0 ] && chown postgres:postgres "$home"
        as_owner "$bin/initdb" --pgdata="$home/data" --auth=trust --username=app --no-sync \
            --encoding=UTF8 --locale=C.UTF-8 >"$home/initdb.log"
    fi
    if ! as_owner "$bin/pg_ctl" --pgdata="$home/data" status >/dev/null 2>&1; then
        # Durability is not what most tests test; PEJLING_TEST_DURABLE=on for those that do.
        durable="${PEJLING_TEST_DURABLE:-off}"
        as_owner "$bin/pg_ctl" --pgdata="$home/data" --wait --log="$home/server.log" \
            --options="-k $home -c listen_addresses='' -c fsync=$durable \
                       -c synchronous_commit=$durable -c full_page_writes=$durable -c max_connections=200" start >/dev/null
    fi
    echo "postgres://app@localhost/postgres?host=$home"
}

stop() {
    bin=$(binaries) || exit 0
    if [ -f "$home/data/PG_VERSION" ]; then
        as_owner "$bin/pg_ctl" --pgdata="$home/data" --mode=immediate stop >/dev/null 2>&1 || true
    fi
    rm -rf "$home"
}

case "${1:-}" in
start) start ;;
stop) stop ;;
*) echo "usage: $0 start|stop" >&2; exit 2 ;;
esac
