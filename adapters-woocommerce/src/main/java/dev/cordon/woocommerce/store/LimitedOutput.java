package dev.cordon.woocommerce.store;

import java.io.ByteArrayOutputStream;

/** Keeps what is written up to a limit and drops the rest, so that nobody waits. */
final class LimitedOutput extends ByteArrayOutputStream {

    private final int limit;
    private boolean over;

    LimitedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) {
        int room = limit - size();
        over |= length > room;
        super.write(from, offset, Math.min(length, room));
    }

    synchronized boolean isOver() {
        return over;
    }
}
