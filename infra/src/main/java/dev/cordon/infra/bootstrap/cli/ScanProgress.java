package dev.cordon.infra.bootstrap.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a scan is, on a terminal; nothing where nobody looks. */
final class ScanProgress implements AutoCloseable {

    /** The launcher knows whether standard error is a terminal; Java asks only about all three. */
    private static final String TERMINAL = "cordon.terminal";

    private static final long WORTHWHILE = 64L << 20;

    private final @Nullable ProgressBar bar;

    private ScanProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ScanProgress of(List<LogFile> logs) {
        long bytes = logs.stream().mapToLong(LogFile::size).sum();
        if (!isTerminal() || bytes < WORTHWHILE) {
            return new ScanProgress(null);
        }
        return new ScanProgress(
                new ProgressBarBuilder()
                        .setTaskName("scan")
                        .setInitialMax(bytes)
                        .setUnit(" MiB", 1L << 20)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build());
    }

    private static boolean isTerminal() {
        var console = System.console();
        return Boolean.getBoolean(TERMINAL) || console != null && console.isTerminal();
    }

    /** The same bytes; what is read of them counts. */
    InputStream watch(InputStream in) {
        return bar == null ? in : new Watched(in, bar);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static final class Watched extends FilterInputStream {

        private final ProgressBar bar;

        Watched(InputStream in, ProgressBar bar) {
            super(in);
            this.bar = bar;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bar.stepBy(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            bar.stepBy(Math.max(0, got));
            return got;
        }
    }
}
