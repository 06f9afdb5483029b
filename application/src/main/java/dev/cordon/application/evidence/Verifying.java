package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.CustodyChain.Verdict;

/** What a check found, as its link says it: plain words, the same in every language. */
final class Verifying {

    private Verifying() {}

    static String said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact(var links) ->
                    links == 0 ? "content intact" : "intact, " + links + " links";
            case Verdict.Disposed(var links, _) -> "disposed of, " + links + " links intact";
            case Verdict.Broken(var seq, var flaw) -> "chain broken at link " + seq + ": " + flaw;
            case Verdict.ContentChanged(_, var found) -> "content changed: now " + found;
            case Verdict.ContentUnreadable(_, var file, var at) ->
                    "content does not open from byte " + at + " on: " + file;
            case Verdict.ContentMissing _ -> "content missing";
        };
    }
}
