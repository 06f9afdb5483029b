package dev.cordon.ui.evidence;

import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;

/** What a check found, in words. */
final class Verdicts {

    private Verdicts() {}

    static String text(Verdict verdict) {
        var words = Words.here();
        return switch (verdict) {
            case Verdict.Intact(var links) -> words.text("verdict.intact", links);
            case Verdict.Disposed(var links, var at) ->
                    words.text("verdict.disposed", Moments.here().moment(at), links);
            case Verdict.Broken(var seq, var flaw) ->
                    words.text("verdict.broken", seq, words.of(flaw));
            case Verdict.ContentChanged(var expected, var found) ->
                    words.text("verdict.changed", expected.shortForm(), found.shortForm());
            case Verdict.ContentUnreadable(_, var file, var at) ->
                    words.text("verdict.damaged", file, at);
            case Verdict.ContentMissing(var expected) ->
                    words.text("verdict.missing", expected.shortForm());
        };
    }

    /** The note's color; the words say the same. */
    static String tone(Verdict verdict) {
        return verdict instanceof Verdict.Intact || verdict instanceof Verdict.Disposed
                ? "ok"
                : "crit";
    }
}
