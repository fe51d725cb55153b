#!/usr/bin/env bash
# Run once by Gradescope, as root, when it builds the image of an assignment: installs what Gradus
# needs, builds it and fetches MNIST. Later runs need no network.
#
# The launcher installs packages by their names in Debian 12. Ubuntu 24.04 has them under the same
# names. Where one has another name, apt-get says "Unable to locate package", and the build of the
# image fails here: install what corresponds to it above the line "./gradus --version" below, and
# set GRADUS_NO_INSTALL=1 there.
set -euo pipefail

if [ -n "${GRADUS_PROGRAM:-}" ]; then
  echo "GRADUS_PROGRAM names a program that is built already: nothing to set up."
  exit 0
fi
source=${GRADUS_AUTOGRADER:-/autograder}/source

. /etc/os-release
case "$ID $VERSION_ID" in
  "ubuntu 1"* | "ubuntu 20."* | "ubuntu 22."*)
    echo "$PRETTY_NAME is too old: its CMake is below 3.25, which Gradus needs." >&2
    echo "Choose Ubuntu 24.04 as the base image of the assignment, or a later one." >&2
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
