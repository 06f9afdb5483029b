package dev.cordon.infra.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Says that the content is damaged where a library fails otherwise. */
final class Checked extends FilterInputStream {

    Checked(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (RuntimeException e) {
            throw CommonsUnpacking.damaged(e);
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (RuntimeException e) {
            throw CommonsUnpacking.damaged(e);
        }
    }
}
