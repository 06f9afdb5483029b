package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.CustodyChain.Verdict;
import org.jspecify.annotations.Nullable;

/** What a check found, as links and alerts say it: plain words, the same in every language. */
final class Verifying {

    private Verifying() {}

    static String said(Verdict verdict) {
        var wrong = wrong(verdict);
        return wrong == null ? "intact" : wrong;
    }

    /** What is not as it was; null if all is. */
    static @Nullable String wrong(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _, Verdict.Disposed _ -> null;
            case Verdict.Broken(var seq, var flaw) ->
                    "link %d of its chain of custody: %s".formatted(seq, flaw);
            case Verdict.ContentChanged(_, var found) ->
                    "its content was changed: it has the digest " + found;
            case Verdict.ContentMissing _ -> "its content is gone from the vault";
            case Verdict.ContentUnreadable(_, var file, var at) ->
                    "its content cannot be opened: %s is damaged at byte %d".formatted(file, at);
        };
    }
}
