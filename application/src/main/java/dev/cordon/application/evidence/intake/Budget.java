package dev.cordon.application.evidence.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much is unpacked at most before nobody looks on: archives may be made to burst. */
final class Budget {

    /**
     * @param unpacked bytes, of everything within together
     * @param harmless so many bytes may come out of however few
     * @param ratio above that, at most so many times what was read
     * @param files names within
     * @param names characters of all names within together
     * @param depth archives within archives
     */
    record Limits(long unpacked, long harmless, int ratio, int files, int names, int depth) {
        static final Limits USUAL = new Limits(64L << 30, 256L << 20, 200, 100_000, 16 << 20, 4);
    }

    /** There is more than anybody looks at, or it is not what it says. */
    static final class Exceeded extends IOException {
        Exceeded(String what) {
            super(what);
        }
    }

    private final Limits limits;
    private final ScannedStream raw;
    private long unpacked;
    private int files;
    private long names;

    Budget(Limits limits, ScannedStream raw) {
        this.limits = limits;
        this.raw = raw;
    }

    int depth() {
        return limits.depth();
    }

    void file(String path, int longest) throws Exceeded {
        files++;
        if (files > limits.files()) {
            throw new Exceeded("it holds more than " + limits.files() + " files");
        }
        if (path.length() > longest) {
            throw new Exceeded("a name in it has more than " + longest + " characters");
        }
        names += path.length();
        if (names > limits.names()) {
            throw new Exceeded(
                    "the names in it have more than " + limits.names() + " characters together");
        }
    }

    /** Counts what is unpacked; closing it leaves what is below open. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int some = super.read(into, from, length);
                count(Math.max(0, some));
                return some;
            }

            @Override
            public void close() {}
        };
    }

    private void count(int some) throws Exceeded {
        unpacked += some;
        if (unpacked > limits.unpacked()) {
            throw new Exceeded("it unpacks to more than " + (limits.unpacked() >> 30) + " GiB");
        }
        if (unpacked > limits.harmless() && unpacked / limits.ratio() > raw.size()) {
            throw new Exceeded("it unpacks to more than " + limits.ratio() + " times its size");
        }
    }
}
