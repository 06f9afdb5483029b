package dev.cordon.ui.evidence;

import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;

/** How a chain stands in the ledger, in words. */
final class Standings {

    private Standings() {}

    static String text(Standing standing) {
        var words = Words.here();
        return switch (standing) {
            case Standing.Recorded(var since, var entry, var of) ->
                    words.text("standing.recorded", Moments.here().moment(since), entry, of);
            case Standing.Waiting(var links) -> words.text("standing.waiting", links);
            case Standing.Broken(var seq, var flaw) ->
                    words.text("standing.broken", seq, words.of(flaw));
            case Standing.Forged(var size) -> words.text("standing.forged", size);
        };
    }

    /** The note's color; the words say the same. */
    static String tone(Standing standing) {
        return switch (standing) {
            case Standing.Recorded _ -> "ok";
            case Standing.Waiting _ -> "high";
            case Standing.Broken _, Standing.Forged _ -> "crit";
        };
    }
}
