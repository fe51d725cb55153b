#!/usr/bin/env bash
# Run once by Gradescope, as root, when it builds the image of an assignment: installs what Gradus
# needs, builds it and fetches MNIST. Later runs need no network.
#
# The launcher installs packages by their names in Debian 12, for which Gradus is made. Where Ubuntu
# has another name for one, apt-get says "Unable to locate package", and the build of the image fails
# here with status 3. Then install by hand what corresponds to all of them, above the line
# "./gradus --version", and put GRADUS_NO_INSTALL=1 before that line and those below.
set -euo pipefail

if [ -n "${GRADUS_PROGRAM:-}" ]; then
  echo "GRADUS_PROGRAM names a program that is built already: nothing to set up."
  exit 0
fi
source=${GRADUS_AUTOGRADER:-/autograder}/source

. /etc/os-release
case "$ID $VERSION_ID" in
  "ubuntu 1"* | "ubuntu 20."* | "ubuntu 22."*)
    echo "$PRETTY_NAME is too old: Gradus needs CMake 3.25 and g++ 12, and it has older ones." >&2
    echo "Choose Ubuntu 24.04 or later as the base image of the assignment. Where there is none," >&2
    echo "grade on your own machine: gradus grade FOLDER --out RUN" >&2
    exit 3
    ;;
esac

chmod 600 "$source/seed"
chmod 755 "$source/project/gradus" "$source/project/harness/tools"/*
cd "$source/project"
# Built on one machine and run on others: a level that all of them have.
if [ "$(uname -m)" = x86_64 ]; then export GRADUS_ARCH=x86-64-v3; fi
export DEBIAN_FRONTEND=noninteractive XDG_CACHE_HOME=$source/cache
./gradus --version
# What it says stays in the log of the build. The walls of the machine that grades are what counts:
# run_autograder looks at those in every run.
./gradus doctor || true
./gradus mnist || echo "MNIST cannot be fetched: the sample in the project serves in its place."
