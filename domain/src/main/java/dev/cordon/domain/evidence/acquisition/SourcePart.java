package dev.cordon.domain.evidence.acquisition;

import dev.cordon.domain.evidence.Coverage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a store gives out in one piece and that becomes one item.
 *
 * @param name which one of its source, as the store's host names it: {@code wp-content/plugins}
 * @param expected how many bytes may come, or null if nobody knows
 * @param form how it comes
 * @param command what is run to get it, for its acquisition facts; holds no secret
 * @param covers what of the store it holds
 */
public record SourcePart(
        StoreSource source,
        String name,
        @Nullable Long expected,
        Form form,
        String command,
        Coverage covers) {

    /** How a part comes. A name is stored and stays. */
    public enum Form {
        /** A tar archive of files. */
        TAR,
        /** Statements of SQL. */
        SQL,
        /** A document, or one on each line (RFC 8259). */
        JSON,
        TEXT
    }

    /** What to call it as a file: {@code wp-content-plugins.tar}. */
    public String fileName() {
        var ending = "." + form.name().toLowerCase(Locale.ROOT).replace("text", "txt");
        return name.replaceAll("[^0-9A-Za-z._]+", "-") + ending;
    }
}
