package dev.cordon.ui.store;

import dev.cordon.domain.store.Reason;
import dev.cordon.ui.kernel.Words;
import java.util.stream.Collectors;

/** Why something is possible or not, in the viewer's language. */
public final class Reasons {

    private Reasons() {}

    /** What was found; reports that are older than its words speak English. */
    static String why(Reason reason) {
        return said("found.", reason, reason.why());
    }

    /**
     * Reasons that were recorded, one a line; those that are older than their codes speak English.
     */
    public static String recorded(String lines) {
        return lines.lines()
                .map(Reason::read)
                .map(reason -> (why(reason) + " " + whatToDo(reason)).strip())
                .collect(Collectors.joining(" "));
    }

    /** What a person can do about it; empty where nothing needs to be done. */
    static String whatToDo(Reason reason) {
        return said("cure.", reason, reason.whatToDo());
    }

    private static String said(String family, Reason reason, String english) {
        var words = Words.here();
        var key = family + reason.code();
        return words.has(key) ? words.text(key, reason.detail()) : english;
    }
}
