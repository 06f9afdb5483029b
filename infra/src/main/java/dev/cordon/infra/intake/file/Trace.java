package dev.cordon.infra.intake.file;

import dev.cordon.domain.kernel.Sha256;
import java.util.Arrays;

/**
 * By which a stretch of a file is known again. It does not tell what the file says.
 *
 * @param length of the stretch, in bytes; 0 fits every file
 * @param hash SHA-256 of it, in hexadecimal digits
 */
record Trace(int length, String hash) {

    /** Long enough for a few lines, and these have the time in them. */
    static final int LONGEST = 1024;

    static final Trace NONE = new Trace(0, "");

    static Trace of(byte[] bytes, int from, int to) {
        return to <= from
                ? NONE
                : new Trace(to - from, Sha256.of(Arrays.copyOfRange(bytes, from, to)).hex());
    }

    /** Whether the bytes begin with that stretch. */
    boolean begins(byte[] bytes, int count) {
        return length <= count && (length == 0 || of(bytes, 0, length).hash.equals(hash));
    }
}
