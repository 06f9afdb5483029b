package dev.cordon.infra.vault;

import com.github.luben.zstd.ZstdInputStream;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.domain.evidence.intake.ContentForm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tukaani.xz.XZInputStream;

/**
 * Commons Compress, XZ for Java and zstd. One content is unpacked at a time, and what lies deeper
 * gets half as much memory: 96 MiB are enough for what the strongest usual setting of xz and 7-Zip
 * makes.
 */
@Component
final class CommonsUnpacking implements Unpacking {

    private static final int MEMORY_KIB = 96 << 10;

    /** 128 MiB outside of Java's heap, which is what zstd's strongest setting needs. */
    private static final int ZSTD_WINDOW_LOG = 27;

    private static final int BUFFER = 1 << 16;

    private final Semaphore bench = new Semaphore(1);

    @Override
    public Bench open() {
        bench.acquireUninterruptibly();
        return new OnlyBench();
    }

    private final class OnlyBench implements Bench {

        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public InputStream stream(ContentForm form, InputStream packed, int depth)
                throws IOException {
            var in = new LeftOpen(packed);
            return new Checked(
                    switch (form) {
                        case XZ -> new XZInputStream(in, MEMORY_KIB >> depth);
                        case BZIP2 -> new BZip2CompressorInputStream(in, true);
                        case ZSTD -> new ZstdInputStream(in).setLongMax(ZSTD_WINDOW_LOG - depth);
                        case TEXT, GZIP, ZIP, TAR, SEVEN_Z, CLOSED, BINARY ->
                                throw new IllegalArgumentException(form.name());
                    });
        }

        @Override
        public Files sevenZ(Anew content, int depth) throws IOException {
            var channel = new AnewChannel(content);
            try {
                return new FilesOf7z(
                        SevenZFile.builder()
                                .setSeekableByteChannel(channel)
                                .setMaxMemoryLimitKiB(MEMORY_KIB >> depth)
                                .setUseDefaultNameForUnnamedEntries(true)
                                .get());
            } catch (IOException e) {
                channel.close();
                throw e;
            } catch (RuntimeException e) {
                channel.close();
                throw damaged(e);
            }
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                bench.release();
            }
        }
    }

    /** What a library stumbles over where it should have complained. */
    static IOException damaged(RuntimeException e) {
        return new IOException("it is damaged", e);
    }

    private static final class LeftOpen extends BufferedInputStream {

        LeftOpen(InputStream in) {
            super(in, BUFFER);
        }

        @Override
        public void close() {}
    }

    private static final class FilesOf7z implements Files {

        private final SevenZFile file;

        FilesOf7z(SevenZFile file) {
            this.file = file;
        }

        @Override
        public @Nullable File next() throws IOException {
            try {
                for (var entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
                    if (!entry.isDirectory() && !entry.isAntiItem()) {
                        return new File(entry.getName(), new Checked(file.getInputStream(entry)));
                    }
                }
                return null;
            } catch (RuntimeException e) {
                throw damaged(e);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
