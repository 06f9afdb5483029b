package dev.cordon.infra.vault;

import dev.cordon.application.evidence.intake.Unpacking.Anew;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** Content that can only be read from its beginning: whoever goes back begins anew. */
final class AnewChannel implements SeekableByteChannel {

    private static final int PIECE = 1 << 16;

    private final Anew content;
    private final byte[] piece = new byte[PIECE];
    private @Nullable InputStream in;
    private long at;
    private long position;
    private boolean closed;

    AnewChannel(Anew content) {
        this.content = content;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        var stream = there();
        if (stream == null) {
            return -1;
        }
        int got = stream.read(piece, 0, Math.min(PIECE, into.remaining()));
        if (got > 0) {
            into.put(piece, 0, got);
            at += got;
            position = at;
        }
        return got;
    }

    /** The content from the position on; null if that is behind its end. */
    private @Nullable InputStream there() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (position >= content.size()) {
            return null;
        }
        var stream = in;
        if (stream == null || at > position) {
            stream = opened(stream);
        }
        stream.skipNBytes(position - at);
        at = position;
        return stream;
    }

    private InputStream opened(@Nullable InputStream before) throws IOException {
        if (before != null) {
            before.close();
        }
        var opened = content.open();
        in = opened;
        at = 0;
        return opened;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (in != null) {
            in.close();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
