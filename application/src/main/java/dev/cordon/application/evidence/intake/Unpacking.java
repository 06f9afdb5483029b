package dev.cordon.application.evidence.intake;

import dev.cordon.domain.evidence.intake.ContentForm;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks what Java itself cannot. What it takes in memory is bounded, whatever a file asks for.
 */
public interface Unpacking {

    /** What is open as long as one content is looked through. */
    interface Bench extends Closeable {

        /**
         * What is packed as one stream: {@link ContentForm#XZ}, {@link ContentForm#BZIP2} or {@link
         * ContentForm#ZSTD}, and packed parts that follow each other joined.
         *
         * @param depth within how much else it lies; the deeper, the less memory it gets
         * @throws IOException if it is damaged, or needs more memory; reading may say so later
         */
        InputStream stream(ContentForm form, InputStream packed, int depth) throws IOException;

        /**
         * The files of a 7z, whose directory stands at its end.
         *
         * @param depth as for a stream
         * @throws IOException if it is damaged or encrypted, or needs more memory
         */
        Files sevenZ(Anew content, int depth) throws IOException;

        @Override
        void close();
    }

    /** Content that can be read from its beginning again and again. */
    interface Anew {

        /** In bytes. */
        long size();

        /** To be closed by the caller. */
        InputStream open() throws IOException;
    }

    /** Files within, in the order of their bytes. */
    interface Files extends Closeable {

        /** The next regular file, whose content is read before the next one's; null at the end. */
        @Nullable File next() throws IOException;
    }

    /** A file within: its name as it stands there, and its bytes. */
    record File(String path, InputStream content) {}

    /** Waits until the bench is free: what it needs of memory is there once. */
    Bench open();
}
