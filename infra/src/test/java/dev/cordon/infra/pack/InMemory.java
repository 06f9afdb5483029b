package dev.cordon.infra.pack;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file in memory. */
final class InMemory implements SeekableByteChannel {

    private final byte[] bytes;
    private long position;

    InMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) {
        if (position >= bytes.length) {
            return -1;
        }
        int some = Math.min(into.remaining(), bytes.length - (int) position);
        into.put(bytes, (int) position, some);
        position += some;
        return some;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("a package is only read");
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("a package is only read");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
