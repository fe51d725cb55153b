#!/bin/sh
# Grades one submission on PrairieLearn. From its first line to its last there is a results.json
# that is valid JSON, whatever happens: what could not be graded costs no attempt.
#
#   GRADUS_GRADE=FOLDER     instead of /grade
#   GRADUS_PACKAGE=FOLDER   instead of /gradus, where the image keeps this file
#   GRADUS_PROGRAM=FILE     instead of the program that the image has built
set -u
root=${GRADUS_GRADE:-/grade}
package=${GRADUS_PACKAGE:-/gradus}
program=${GRADUS_PROGRAM:-$package/project/.build/release/gradus}
results=$root/results/results.json

refuse() {  # REASON
  mkdir -p "$root/results" &&
    printf '{"gradable": false, "format_errors": ["%s"]}\n' "$1" >"$results.new" &&
    mv -f "$results.new" "$results"
}

refuse "Grading did not come to its end, by a fault of the grader or its set-up. Please \
tell your instructor."
if ! [ -r "$package/settings" ] || ! [ -x "$program" ]; then
  echo "$package/settings or $program is missing: is the image built?"
  exit 0
fi
. "$package/settings"
work=$(mktemp -d) || exit 0
trap 'rm -rf "$work"' EXIT

# Files that were uploaded one by one lie without the folder of their lab.
submission=$root/student
name=${lab#--lab }
if [ -n "$name" ] && ! [ -d "$submission/$name" ] && ! [ -d "$submission/labs/$name" ]; then
  mkdir -p "$work/flat/$name"
  find "$submission" -maxdepth 1 -type f -name '*.[ch]pp' -exec cp -t "$work/flat/$name" {} +
  submission=$work/flat
fi

# shellcheck disable=SC2086  # lists of words
timeout -k 10 "$seconds" "$program" grade "$submission" $lab --seed-file "$package/seed" \
  --isolation "$isolation" --json "$work/results.json" $more_options
status=$?
if [ -s "$work/results.json" ]; then
  "$program" report "$work/results.json" --as prairielearn --out "$results"
elif [ "$status" = 2 ]; then
  refuse "There was nothing to grade in what you handed in. The grader looks for files of \
these names:$files"
fi
