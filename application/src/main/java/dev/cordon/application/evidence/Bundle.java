package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Several files as one ZIP, not compressed; the same files give the same bytes. */
final class Bundle implements Staged {

    /** A file within. */
    record File(String name, Staged content) {}

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<File> files;

    Bundle(List<File> files) {
        this.files = List.copyOf(files);
    }

    /** Of the files; the ZIP around them is a little larger. */
    @Override
    public long size() {
        return files.stream().mapToLong(file -> file.content().size()).sum();
    }

    @Override
    public InputStream open() {
        return new Zipped(files.iterator());
    }

    @Override
    public void close() {}

    private static final class Zipped extends MadeStream {

        private final Iterator<File> files;
        private final ZipOutputStream zip = new ZipOutputStream(made());
        private final HashSet<String> names = new HashSet<>();
        private final byte[] piece = new byte[PIECE];
        private @Nullable InputStream current;

        Zipped(Iterator<File> files) {
            this.files = files;
            zip.setLevel(Deflater.NO_COMPRESSION);
        }

        @Override
        protected boolean make() throws IOException {
            var in = current;
            if (in != null) {
                int got = in.read(piece);
                if (got >= 0) {
                    zip.write(piece, 0, got);
                    return true;
                }
                in.close();
                zip.closeEntry();
                current = null;
            }
            if (!files.hasNext()) {
                zip.close();
                return false;
            }
            var file = files.next();
            var entry = new ZipEntry(unused(file.name()));
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            current = file.content().open();
            return true;
        }

        private String unused(String name) {
            var free = name;
            for (int i = 2; !names.add(free); i++) {
                free = i + "-" + name;
            }
            return free;
        }

        @Override
        public void close() throws IOException {
            var in = current;
            if (in != null) {
                in.close();
            }
        }
    }
}
