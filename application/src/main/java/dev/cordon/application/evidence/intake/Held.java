package dev.cordon.application.evidence.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What lies within something else and has to be read from its beginning again. */
record Held(byte[] bytes) implements Unpacking.Anew {

    private static final int MOST = 32 << 20;

    static Held of(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new Budget.Exceeded(
                    "it holds a 7z of more than " + (MOST >> 20) + " MiB within something else");
        }
        return new Held(bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
