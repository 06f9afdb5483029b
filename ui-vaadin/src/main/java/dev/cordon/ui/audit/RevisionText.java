package dev.cordon.ui.audit;

import dev.cordon.application.audit.Revision;
import dev.cordon.ui.kernel.Words;
import java.util.stream.Collectors;

/** Says a revision in words. */
final class RevisionText {

    private RevisionText() {}

    /** {@code AcknowledgeIncident} as {@code Acknowledge incident}. */
    static String useCase(Revision revision) {
        return spaced(revision.useCase());
    }

    static String events(Revision revision) {
        return revision.events().stream()
                .map(RevisionText::spaced)
                .collect(Collectors.joining(", "));
    }

    /** A field before and after; what was or is empty says so. */
    static String field(Revision.Field field) {
        var words = Words.here();
        var before = field.before();
        var after = field.after();
        return words.text(
                "audit.field",
                field.name(),
                before == null ? words.text("audit.nothing") : before,
                after == null ? words.text("audit.nothing") : after);
    }

    private static String spaced(String name) {
        var words =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
