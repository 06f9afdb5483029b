package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Canonical;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a store an item holds, each once, in the order of their texts. Nobody who asks later
 * whether something is preserved has to read titles.
 */
public record Coverage(List<Subject> subjects) {

    /** It is not known. */
    public static final Coverage UNKNOWN = new Coverage(List.of());

    private static final int MOST = 100;

    public Coverage {
        subjects =
                subjects.stream()
                        .distinct()
                        .sorted((one, other) -> one.text().compareTo(other.text()))
                        .toList();
        if (subjects.size() > MOST) {
            throw new IllegalArgumentException("an item speaks of " + MOST + " things at most");
        }
    }

    public static Coverage of(Subject... subjects) {
        return new Coverage(List.of(subjects));
    }

    /**
     * Reads what {@link #text} wrote, or any lines like it.
     *
     * @throws IllegalArgumentException if a line is no {@link Subject}
     */
    public static Coverage parse(String text) {
        return new Coverage(
                Stream.of(text.split("\n"))
                        .filter(line -> !line.isBlank())
                        .map(Subject::of)
                        .toList());
    }

    public boolean isUnknown() {
        return subjects.isEmpty();
    }

    /** A line each. */
    public String text() {
        return String.join("\n", subjects.stream().map(Subject::text).toList());
    }

    /** Adds it to a form that is hashed. */
    public Canonical addTo(Canonical form) {
        return form.add(text());
    }
}
