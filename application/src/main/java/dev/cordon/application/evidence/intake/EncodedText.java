package dev.cordon.application.evidence.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.domain.evidence.intake.ContentForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Looks at what text holds in Base64 (RFC 4648, both alphabets; over lines as in RFC 2045) and in
 * quoted-printable parts of mails. Short runs of Base64 are searched for card numbers, unless they
 * hold archives or more Base64; long ones are whole files, attachments of mails among them.
 */
final class EncodedText {

    /** What is done with a run that holds more than words, decoded: it is read to its end. */
    interface Within {
        void look(InputStream decoded) throws IOException;
    }

    /** In fewer characters no card number fits. */
    private static final int SHORTEST = 18;

    private static final int FEWEST_DIGITS = 3;
    private static final int LONG = 1024;
    private static final byte[] APART = "\n\n;\n\n".getBytes(US_ASCII);

    private final InputStream in;
    private final Within within;
    private final QuotedPrintable quoted = new QuotedPrintable();
    private final FedScan words = new FedScan();
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] head = new byte[LONG];
    private final byte[] decoded = new byte[LONG];
    private int at;
    private int end;

    EncodedText(InputStream in, Within within) {
        this.in = in;
        this.within = within;
    }

    /**
     * Reads the text to its end.
     *
     * @return how many card numbers short runs and quoted-printable parts hold
     */
    long read() throws IOException {
        boolean lineBegins = true;
        while (peek() >= 0) {
            if (!lineBegins) {
                lineBegins = skip();
            }
            if (at == end) {
                continue;
            }
            int past = Base64Run.end(buffer, at, end);
            if (past == at) {
                lineBegins = buffer[at] == '\n';
                at++;
            } else if (past < end && past - at < LONG && !(lineBegins && mayGoOn(past))) {
                int length = past - at;
                if (length >= SHORTEST) {
                    System.arraycopy(buffer, at, head, 0, length);
                    word(length);
                }
                at = past;
                lineBegins = false;
            } else {
                lineBegins = run(lineBegins);
            }
        }
        return words.end() + quoted.end();
    }

    /**
     * Skips to a run that is long enough, or may go on behind what is there. Of what is too short
     * only the last characters are looked at.
     *
     * @return whether a line begins there, and before it there was none
     */
    private boolean skip() {
        int line = Newlines.next(buffer, at, end);
        while (at + SHORTEST <= line) {
            int begin = Base64Run.begin(buffer, at, at + SHORTEST);
            if (begin == at) {
                return false;
            }
            at = begin;
        }
        if (line < end) {
            at = line + 1;
            return true;
        }
        at = Base64Run.begin(buffer, at, end);
        return false;
    }

    /** Whether the line ends there, so that its run may go on in the next. */
    private boolean mayGoOn(int past) {
        return (buffer[past] == '\r' || buffer[past] == '\n') && (past - at) % 4 == 0;
    }

    /** A run over several lines, or over what is in the buffer. Whether a line begins behind it. */
    private boolean run(boolean lineBegins) throws IOException {
        try (var run = new Base64Run(this, lineBegins)) {
            int length = run.readNBytes(head, 0, LONG);
            if (length == LONG) {
                var whole = new SequenceInputStream(new ByteArrayInputStream(head.clone()), run);
                var bytes = new Base64Decoded(whole);
                within.look(bytes);
            } else {
                word(length);
            }
            run.end();
            return run.endedWithLine();
        }
    }

    /** From its first character on, and from wherever else digits would begin. */
    private void word(int length) throws IOException {
        if (length < SHORTEST) {
            return;
        }
        word(0, length);
        int tried = 1;
        for (int i = 1; i + 4 <= length; i++) {
            if ((tried >> i % 4 & 1) == 0 && isThreeDigits(i)) {
                tried |= 1 << i % 4;
                word(i % 4, length);
            }
        }
    }

    private void word(int from, int length) throws IOException {
        int size = Base64Decoded.decode(head, from, length, decoded);
        if (holdsMore(size)) {
            within.look(new ByteArrayInputStream(decoded.clone(), 0, size));
            return;
        }
        if (mayHoldCode(size)) {
            words.add(decoded, size);
            words.add(APART, APART.length);
        }
    }

    /** No number or code has fewer digits, however it is written. */
    private boolean mayHoldCode(int size) {
        int digits = 0;
        for (int i = 0; i < size; i++) {
            digits += decoded[i] >= '0' && decoded[i] <= '9' ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS;
    }

    private boolean holdsMore(int size) {
        return switch (ContentForm.of(decoded, size)) {
            case TEXT -> holdsRun(size);
            case BINARY -> false;
            case GZIP, XZ, BZIP2, ZSTD, ZIP, TAR, SEVEN_Z, CLOSED -> true;
        };
    }

    private boolean holdsRun(int size) {
        int at = 0;
        while (at + SHORTEST <= size) {
            int begin = Base64Run.begin(decoded, at, at + SHORTEST);
            if (begin == at) {
                return true;
            }
            at = begin;
        }
        return false;
    }

    /** Three digits make four characters of few. */
    private boolean isThreeDigits(int from) {
        int one = head[from];
        return one >= 'M'
                && one <= 'O'
                && "DTjz".indexOf(head[from + 1]) >= 0
                && "AEIMQUYcgk".indexOf(head[from + 2]) >= 0
                && "wxyz012345".indexOf(head[from + 3]) >= 0;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer, 0, buffer.length));
            at = 0;
            quoted.add(buffer, end);
        }
        return at == end ? -1 : buffer[at] & 0xff;
    }

    /** Takes the byte that was seen. */
    void take() {
        at++;
    }
}
