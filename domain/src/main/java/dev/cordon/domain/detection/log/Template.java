package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A custom format, compiled: fixed text and variables in turn.
 *
 * @param parts in their order
 * @param tail the fixed text behind the last variable
 */
record Template(List<Part> parts, byte[] tail) {

    private static final int MOST_PARTS = 100;

    /** A variable and the fixed text before it. */
    record Part(byte[] before, Variable variable) {}

    Template {
        parts = List.copyOf(parts);
    }

    boolean has(Variable.Kind kind) {
        return parts.stream().anyMatch(part -> part.variable().kind() == kind);
    }

    /** Whether its times say in which zone they are. */
    boolean knowsZone() {
        return has(Variable.Kind.STAMP)
                || has(Variable.Kind.MOMENT)
                || TimePattern.knowZone(patterns());
    }

    private List<TimePattern> patterns() {
        return parts.stream()
                .map(part -> part.variable().pattern())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether it writes who asked the server, unless it writes no address at all. */
    boolean tellsPeer() {
        return has(Variable.Kind.ADDRESS)
                || has(Variable.Kind.PEER)
                || !has(Variable.Kind.FORWARDED);
    }

    /** Whether a line says on which day and at what time it was written. */
    private boolean tellsTime() {
        return has(Variable.Kind.STAMP)
                || has(Variable.Kind.MOMENT)
                || TimePattern.isWhole(patterns());
    }

    /** The fixed text that ends the variable of that part. */
    byte[] after(int part) {
        return part + 1 < parts.size() ? parts.get(part + 1).before() : tail;
    }

    /** Puts a template together, and refuses one that cannot be read unambiguously. */
    static final class Builder {

        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        void text(char c) {
            text.append(c);
        }

        void text(String more) {
            text.append(more);
        }

        void variable(Variable variable) {
            if (isPartOfTarget(variable)) {
                return;
            }
            var last = parts.isEmpty() ? null : parts.getLast().variable();
            if (last != null && text.isEmpty() && !variable.kind().isPath()) {
                throw new IllegalArgumentException(
                        last.name()
                                + variable.name()
                                + ": nothing stands between them, so where one ends cannot be"
                                + " known");
            }
            parts.add(new Part(fixed(), variable));
        }

        /** A path with its query right behind it is the target. */
        private boolean isPartOfTarget(Variable variable) {
            boolean joined = !parts.isEmpty() && text.isEmpty();
            if (!joined) {
                return false;
            }
            var last = parts.getLast().variable();
            boolean query =
                    variable.kind() == Variable.Kind.QUERY || variable.name().equals("$is_args");
            if (query && last.kind() == Variable.Kind.PATH) {
                var target = new Variable(Variable.Kind.TARGET, last.name() + variable.name());
                parts.set(parts.size() - 1, new Part(parts.getLast().before(), target));
                return true;
            }
            return query && last.kind() == Variable.Kind.TARGET;
        }

        private byte[] fixed() {
            var fixed = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            return fixed;
        }

        Template build() {
            var template = new Template(parts, fixed());
            if (parts.size() > MOST_PARTS) {
                throw new IllegalArgumentException(
                        "a format has at most " + MOST_PARTS + " variables");
            }
            if (!template.tellsTime()) {
                throw new IllegalArgumentException(
                        "this format writes no day or no time of day ($time_local, %t), so its"
                                + " lines cannot be watched");
            }
            return template;
        }
    }
}
