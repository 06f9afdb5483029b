package dev.cordon.application.evidence.intake;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of Base64 whose characters are all of its alphabet; what is left over is nothing. */
final class Base64Decoded extends InputStream {

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
            bits = bits << 6 | value(one);
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
            bits = bits << 6 | value(characters[i]);
            held += 6;
            if (held >= 8) {
                held -= 8;
                into[size++] = (byte) (bits >> held);
            }
        }
        return size;
    }

    /** Of either alphabet. */
    private static int value(int one) {
        if (one == '_') {
            return 63;
        }
        if (one >= 'a') {
            return one - 'a' + 26;
        }
        if (one >= 'A') {
            return one - 'A';
        }
        return one == '+' || one == '-' ? 62 : one == '/' ? 63 : one - '0' + 52;
    }
}
