package dev.cordon.domain.detection.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells text from what is not: looked at only for the few lines that hold unusual bytes. */
final class Encoding {

    private Encoding() {}

    /** Whether the unusual bytes are plain UTF-8 letters. */
    static boolean isCleanText(byte[] bytes, int from, int to, int traits) {
        return (traits & LogLines.CONTROL) == 0 && isUtf8(bytes, from, to);
    }

    /** The deeper reason, where strange bytes explain why a line was unreadable. */
    static Rejection explain(Rejection reason, byte[] bytes, int from, int to, int traits) {
        if (traits == 0 || reason == Rejection.FUTURE_TIME) {
            return reason;
        }
        if (isTwoByteText(bytes, from, to)) {
            return Rejection.WRONG_ENCODING;
        }
        if ((traits & LogLines.CONTROL) != 0) {
            return Rejection.CONTROL_CHARACTERS;
        }
        return isUtf8(bytes, from, to) ? reason : Rejection.WRONG_ENCODING;
    }

    /** UTF-16 of a log is, to a reader of bytes, every other byte a zero. */
    private static boolean isTwoByteText(byte[] bytes, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        int length = to - from;
        return length > 1 && zeros >= length / 3 && zeros <= length - length / 3;
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
