package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.EvidenceItem;

/**
 * The first bytes of an item in a form that does nothing, whatever they are: characters to read, or
 * digits.
 *
 * @param shown how many bytes of it are shown
 * @param text to be shown as it stands, line by line; never a page
 */
public record Beginning(EvidenceItem item, int shown, Form form, String text) {

    /** How it is shown. */
    public enum Form {
        /** As it reads; a character that shows nothing, or turns others around, by its number. */
        TEXT,
        /** Sixteen bytes a line, after how far the first of them is from the beginning. */
        HEX
    }

    /** Whether there is nothing more of it. */
    public boolean isWhole() {
        return shown == item.size();
    }
}
