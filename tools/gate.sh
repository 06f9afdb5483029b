# Sourced by ./cordon: the gate. Everything runs on the real parts; what a machine cannot offer is
# skipped and said, except on CI, where it fails.

MISSING=()

# missing WHAT WHY
missing() {
  MISSING+=("$1 is missing: $2")
  say "${MISSING[-1]}"
}

# need PROGRAM PACKAGE: something that tests run against.
need() {
  if command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ]; then return; fi
  install_package "$2" "$1"
}

# What the sensor plugin is tested in; WordPress is no program, but a folder.
need_wordpress() {
  need mariadbd mariadb-server
  need php php-cli
  php -m 2>/dev/null | grep -qi mysqli || install_package php-mysql "PHP's MySQL"
  [ -f /usr/share/wordpress/wp-load.php ] || install_package wordpress WordPress
}

# install_package PACKAGE WHAT
install_package() {
  may_install || { missing "$2" "install it (Debian: apt-get install $1); its tests are skipped"; return; }
  say "$2 is missing; installing it (apt-get install $1)"
  { apt-get update && install_quietly "$1"; } \
    >"$WORK/apt.log" 2>&1 || missing "$2" "apt-get could not install it, $WORK/apt.log says why; its tests are skipped"
}

install_quietly() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

need_chromium() {
  local name
  # The same engine without windows that nobody sees: it needs half the processor time.
  for name in "${CORDON_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
    CORDON_CHROMIUM=$(command -v "$name" 2>/dev/null) && { export CORDON_CHROMIUM; return; }
  done
  unset CORDON_CHROMIUM
  may_install || { missing Chromium "install it (Debian: apt-get install chromium); browser tests are skipped"; return; }
  say "Chromium is missing; installing it (apt-get install chromium-headless-shell, or chromium; fonts-liberation)"
  { apt-get update && { install_quietly chromium-headless-shell fonts-liberation || install_quietly chromium fonts-liberation; }; } \
    >"$WORK/apt.log" 2>&1 || { missing Chromium "apt-get could not install it, $WORK/apt.log says why; browser tests are skipped"; return; }
  CORDON_CHROMIUM=$(command -v chromium-headless-shell || command -v chromium)
  export CORDON_CHROMIUM
}

need_firefox() {
  local name
  for name in "${CORDON_FIREFOX:-}" firefox-esr firefox; do
    CORDON_FIREFOX=$(command -v "$name" 2>/dev/null) && { export CORDON_FIREFOX; return; }
  done
  unset CORDON_FIREFOX
  need firefox-esr firefox-esr
}

# Tests by module, from the closing lines of Surefire and Failsafe: exact also where two engines
# share a class, where the XML reports overwrite each other.
by_module() {
  sed -n -e 's/.*Building Cordon: \([^ ]*\).*/M \1/p' \
    -e 's/.*Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)$/T \1 \2 \3 \4/p' "$1" |
    awk '$1 == "M" { module = $2; if (!(module in run)) { order[++n] = module; run[module] = 0 } }
         $1 == "T" { run[module] += $2; bad[module] += $3 + $4; skip[module] += $5 }
         END { for (i = 1; i <= n; i++) { m = order[i]; print m, run[m] - bad[m] - skip[m], bad[m] + 0, skip[m] + 0 } }'
}

why_skipped() {
  find "$ROOT"/*/target/*-reports -name 'TEST-*.xml' -newer "$1" -exec sed -n 's/.*<skipped message="\([^"]*\)".*/\1/p' {} + 2>/dev/null |
    sort | uniq -c | sed 's/^ *\([0-9]*\) /skipped \1: /'
}

# Each failed test with its message and the first lines of its trace, from the reports since a file
# was written.
why_failed() {
  find "$ROOT"/*/target/*-reports -name 'TEST-*.xml' -newer "$1" -exec awk '
    function plain(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text)
      gsub(/&apos;/, "\047", text); gsub(/&#10;/, " ", text); gsub(/&amp;/, "\\&", text)
      return substr(text, 1, 300)
    }
    function value(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    /<testcase / { test = value("classname") "." value("name") " (" value("time") " s)" }
    /<(failure|error)[ >]/ {
      print "FAILED " plain(test)
      lines = 0; telling = 1
      sub(/.*<!\[CDATA\[/, "") || sub(/.*<(failure|error)[^>]*>/, "")
    }
    telling {
      over = /<\/(failure|error)>|\]\]>/
      sub(/\]\]>.*/, ""); sub(/<\/(failure|error)>.*/, "")
      if (/^Caused by/ && lines >= 12 && lines < 100) lines = 9
      if (lines++ < 12 && $0 != "") print "    " plain($0)
      if (over) telling = 0
    }' {} + 2>/dev/null
}

# A log that nobody can open later.
end_of() { [ ! -f "$1" ] || { echo "The end of $1:"; tail -n 15 "$1" | cut -c1-300; }; }

gate() {
  local log=$WORK/test.log mark=$WORK/testing began=$SECONDS built=true
  local name p f s passed=0 failed=0 skipped=0
  mkdir -p "$WORK"
  need_maven
  need_chromium
  need_firefox
  need logrotate logrotate
  need rsyslogd rsyslog
  need sshd openssh-server
  need_wordpress
  need openssl openssl
  need unzip unzip
  need_keycloak ||
    missing Keycloak "it could not be prepared, $WORK/keycloak.log says why; its tests are skipped"
  if [ "${CI:-}" = true ] && [ ${#MISSING[@]} -gt 0 ]; then
    end_of "$WORK/apt.log"
    end_of "$WORK/keycloak.log"
    printf '%s\n' "${MISSING[@]}" "On CI what is missing is a failure." "0 passed, ${#MISSING[@]} failed"
    return 1
  fi

  say "Running all tests (all output: .cordon/test.log)"
  echo testing >"$mark"
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  maven "$log" verify --fail-at-end -Dmaven.test.failure.ignore=true "$@" || built=false
  if grep -q 'A production mode bundle build is needed' "$log"; then
    built=false
    echo "The console asks for a bundle build of its own, which needs Node: something in ui-vaadin is outside Vaadin's default bundle."
  fi

  while read -r name p f s; do
    printf '%-24s %5d passed %4d failed %4d skipped\n' "$name" "$p" "$f" "$s"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  done < <(by_module "$log")
  echo "took $((SECONDS - began)) s"
  why_skipped "$mark"
  [ ${#MISSING[@]} -eq 0 ] || printf '%s\n' "${MISSING[@]}"

  # Last, since a machine that runs this may keep nothing else: first the tests with their reasons,
  # then Maven's own list, which has also those whose reports were overwritten.
  why_failed "$mark" | head -n 250 || true
  if $built; then grep -E '^\[ERROR\] {2,}' "$log"; else grep '^\[ERROR\]' "$log"; fi |
    cut -c1-300 | awk '!seen[$0]++' | head -n 80 || true
  if ! $built; then
    echo "The build itself failed; $log has all of it."
    [ $failed -gt 0 ] || failed=1
  elif [ $((passed + failed)) -eq 0 ]; then
    echo "No test ran at all."
    failed=1
  elif [ $failed -eq 0 ] && [ $# -eq 0 ]; then
    keep_app "$ROOT/infra/target/cordon.jar" "$mark"
  fi
  if [ $skipped -gt 0 ] || [ ${#MISSING[@]} -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
  else
    echo "$passed passed, $failed failed"
  fi
  [ $failed -eq 0 ]
}

. "$ROOT/tools/keycloak.sh"
