# Sourced by ./cordon: measures the hot paths. Every class named …Benchmark below dev.cordon.bench
# in infra's tests has a main method that prints its own ratios.

# bench [NAME [ARGUMENT…]]: all, or those whose name holds NAME, in upper or lower case.
bench() {
  local classes=$ROOT/infra/target/test-classes path class bound found=false name=${1:-}
  [ $# -eq 0 ] || shift
  mkdir -p "$WORK"
  rm -rf "$classes/dev/cordon/bench" # compiled by an ordinary build they lack JMH's harness
  say "Building the benchmarks (all output: .cordon/bench.log)"
  maven "$WORK/bench.log" test-compile dependency:build-classpath -Pbench -pl infra -am -DskipTests \
    -Dspotless.check.skip -Dmdep.includeScope=test -Dmdep.outputFile="$WORK/bench.classpath" ||
    fail 1 "the build failed; $WORK/bench.log has all of it."
  path=$classes:$ROOT/infra/target/classes:$(cat "$WORK/bench.classpath")
  for class in "$classes"/dev/cordon/bench/*Benchmark.class; do
    class=$(basename "$class" .class)
    case ${class,,} in *"${name,,}"*) ;; *) continue ;; esac
    [ -f "$classes/dev/cordon/bench/$class.class" ] || continue
    found=true
    say "$class"
    bound=()
    case $class in # which promise constant memory
      EvidenceBenchmark) bound=(-Xmx128m -XX:MaxDirectMemorySize=16m) ;;
      StoreBenchmark) bound=(-Xmx384m -XX:MaxDirectMemorySize=64m) ;;
    esac
    (cd "$WORK" && "$JAVA_HOME/bin/java" "${QUIET[@]}" "${bound[@]}" -Dcordon.launcher="$ROOT/cordon" \
      -cp "$path" "dev.cordon.bench.$class" "$@")
  done
  $found || fail 64 "has no benchmark named '$name'."
}
