package dev.cordon.ui.evidence;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Words;

/** What was said of an item, or that it was destroyed with the content, or that it is missing. */
final class SaidOf {

    private SaidOf() {}

    /** Its original name. */
    static String name(Words words, EvidenceItem item) {
        if (!item.isWithoutWords()) {
            return item.originalName();
        }
        return item.custody().isGone()
                ? words.text("evidence.without-words")
                : words.text("evidence.words-missing");
    }

    static String source(Words words, EvidenceItem item) {
        if (!item.isWithoutWords()) {
            return item.acquisition().source();
        }
        return item.custody().isGone()
                ? words.text("custody.without-source")
                : words.text("evidence.words-missing");
    }

    /** For what purpose a link of its chain was added. */
    static String purpose(Words words, EvidenceItem item, CustodyEntry link) {
        if (!link.isWithoutPurpose()) {
            return words.text("quoted", link.purpose());
        }
        return item.custody().isGone()
                ? words.text("custody.without-purpose")
                : words.text("evidence.words-missing");
    }
}
