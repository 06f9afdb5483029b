package dev.cordon.application.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** The bytes of Base64 whose characters are all of its alphabet; what is left over is nothing. */
final class Base64Decoded extends InputStream {

    /** Of either alphabet, by the character. */
    private static final byte[] VALUES = new byte[256];

    static {
        var plain = Base64.getEncoder();
        for (int value = 0; value < 64; value++) {
            byte[] group = {(byte) (value << 2), 0, 0};
            VALUES[plain.encode(group)[0]] = (byte) value;
        }
        VALUES['-'] = VALUES['+'];
        VALUES['_'] = VALUES['/'];
    }

    private final InputStream characters;
    private int bits;
    private int held;

    Base64Decoded(InputStream characters) {
        this.characters = characters;
    }

    @Override
    public int read() throws IOException {
        while (held < 8) {
            int one = characters.read();
            if (one < 0) {
                return -1;
            }
            bits = bits << 6 | VALUES[one];
            held += 6;
        }
        held -= 8;
        return bits >> held & 0xff;
    }

    /**
     * Decodes so many characters at once.
     *
     * @return how many bytes they are
     */
    static int decode(byte[] characters, int from, int to, byte[] into) {
        int bits = 0;
        int held = 0;
        int size = 0;
        for (int i = from; i < to; i++) {
            bits = bits << 6 | VALUES[characters[i]];
            held += 6;
            if (held >= 8) {
                held -= 8;
                into[size++] = (byte) (bits >> held);
            }
        }
        return size;
    }
}
