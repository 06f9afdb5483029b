package dev.cordon.application.evidence.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Searches the quoted-printable parts of mails (RFC 2045, section 6.7), decoded. A part goes on
 * until another one says how it is encoded.
 */
final class QuotedPrintable {

    private static final byte[] FIELD = "content-transfer-encoding:".getBytes(US_ASCII);
    private static final byte[] QUOTED = "quoted-printable".getBytes(US_ASCII);
    private static final int NONE = -1;

    private final FedScan scan = new FedScan();

    /** How much of the field's name, and then of its value, the line agrees with; or NONE. */
    private int agreed;

    private boolean decodes;
    private boolean escaped;
    private int first = NONE;

    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (agreed == NONE && !decodes) {
                i = Newlines.next(bytes, i, length); // nothing can begin before
                if (i == length) {
                    return;
                }
            }
            if (agreed != NONE || bytes[i] == '\n') {
                watch(bytes[i]);
            }
            if (decodes) {
                decode(bytes[i]);
            }
        }
    }

    /** How many card numbers were found. */
    long end() {
        return scan.end();
    }

    private void watch(byte one) {
        if (one == '\n') {
            agreed = 0;
            return;
        }
        if (agreed == FIELD.length && (one == ' ' || one == '\t')) {
            return;
        }
        int small = one >= 'A' && one <= 'Z' ? one + 32 : one;
        boolean inField = agreed < FIELD.length;
        int expected = inField ? FIELD[agreed] : QUOTED[agreed - FIELD.length];
        if (small == expected) {
            agreed++;
            if (agreed == FIELD.length + QUOTED.length) {
                decodes = true;
                agreed = NONE;
            }
        } else {
            decodes &= inField;
            agreed = NONE;
        }
    }

    private void decode(byte one) {
        if (!escaped) {
            escaped = one == '=';
            if (!escaped) {
                scan.add(one);
            }
            return;
        }
        int digit = Character.digit(one, 16);
        if (first == NONE && (one == '\r' || one == ' ' || one == '\t')) {
            return;
        }
        if (first == NONE && digit >= 0) {
            first = digit;
            return;
        }
        escaped = false;
        if (first != NONE && digit >= 0) {
            scan.add((byte) (first << 4 | digit));
        } else if (first != NONE || one != '\n') {
            scan.add(one);
        }
        first = NONE;
    }
}
