package dev.cordon.application.evidence.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Content that is read again, and whether it could be. */
final class Reopened implements Unpacking.Anew {

    private final Unpacking.Anew content;
    private @Nullable IOException failure;

    Reopened(Unpacking.Anew content) {
        this.content = content;
    }

    /** Why the content itself broke; null if it did not. */
    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(content.open()) {
            @Override
            public int read() throws IOException {
                try {
                    return super.read();
                } catch (IOException e) {
                    failure = e;
                    throw e;
                }
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    return super.read(into, from, length);
                } catch (IOException e) {
                    failure = e;
                    throw e;
                }
            }
        };
    }
}
