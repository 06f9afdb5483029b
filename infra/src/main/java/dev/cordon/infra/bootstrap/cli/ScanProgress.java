package dev.cordon.infra.bootstrap.cli;

import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a scan is, on a terminal; nothing where nobody looks. */
final class ScanProgress implements AutoCloseable {

    private static final long WORTHWHILE = 64L << 20;

    private final @Nullable ProgressBar bar;

    private ScanProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ScanProgress of(List<LogFile> logs) {
        long bytes = logs.stream().mapToLong(LogFile::size).sum();
        var console = System.console();
        if (console == null || !console.isTerminal() || bytes < WORTHWHILE) {
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

    void read(long bytes) {
        if (bar != null) {
            bar.stepBy(bytes);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
