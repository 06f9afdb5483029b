# Sourced by ./cordon: a Keycloak server, fetched from Maven Central once and made ready to start.

# Leaves its folder in CORDON_KEYCLOAK_HOME, where the program and the tests look for it.
need_keycloak() {
  local version home mark
  version=$(sed -n 's/.*<keycloak.version>\(.*\)<.*/\1/p' "$ROOT/pom.xml")
  home=${CORDON_KEYCLOAK_HOME:-$CACHE/keycloak-$version}
  mark=$home/.cordon-ready
  if [ ! -f "$mark" ]; then
    mkdir -p "$WORK" "$CACHE"
    say "Fetching Keycloak $version into $CACHE (180 MB, once)"
    rm -rf "$CACHE/keycloak-$version"
    maven "$WORK/keycloak.log" -N org.apache.maven.plugins:maven-dependency-plugin:3.10.0:unpack \
      -Dartifact="org.keycloak:keycloak-quarkus-dist:$version:zip" -DoutputDirectory="$CACHE" || return 1
    say "Preparing Keycloak (half a minute, once)"
    bash "$home/bin/kc.sh" build --db=dev-file --health-enabled=true >>"$WORK/keycloak.log" 2>&1 || return 1
    touch "$mark"
  fi
  export CORDON_KEYCLOAK_HOME=$home
}
