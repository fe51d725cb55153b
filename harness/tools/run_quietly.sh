# Sourced by the launcher: long work without its noise. POSIX sh.

say() { printf '%s\n' "$*" >&2; }

# run_quietly WHAT LOG COMMAND...
# Sends the command's output to the log. Work that takes more than 2 s shows how far it is (on a
# terminal in one line that is overwritten); work that fails shows the end of its log.
run_quietly() {
  what=$1 log=$2
  shift 2
  if [ -t 2 ]; then pause=1 before='\r\033[K' after=''; else pause=20 before='' after='\n'; fi
  # The sleeps may outlive us: they keep no descriptor by which a reader of our output, or the next
  # holder of the launcher's lock (9), would wait for them.
  (
    sleep 2 >/dev/null 2>&1
    say "$what (log: $log)"
    while kill -0 $$ 2>/dev/null; do
      line=$(tail -n 1 "$log" 2>/dev/null | cut -c 1-76)
      [ -z "$line" ] || printf "$before  %s$after" "$line" >&2
      sleep $pause >/dev/null 2>&1
    done
  ) 9>&- &
  ticker=$!
  trap 'kill $ticker 2>/dev/null; exit 130' INT TERM
  status=0
  "$@" >"$log" 2>&1 9>&- || status=$?
  { kill $ticker && wait $ticker; } 2>/dev/null || :
  trap - INT TERM
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
  if [ $status != 0 ]; then
    say "--- the end of $log:"
    tail -n 40 "$log" >&2
  fi
  return $status
}
