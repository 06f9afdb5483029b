package dev.cordon.ui.kernel;

import dev.cordon.application.kernel.Progress;
import java.io.IOException;

/**
 * What takes longer than somebody may be kept from everything else: it runs apart from their
 * session, as them, and its end is brought to their screen if that is still there.
 */
public interface LongWork {

    /** Knows no component. */
    @FunctionalInterface
    interface Work<T> {

        /**
         * @param progress to be told how far it is, as often as it likes
         */
        T run(Progress progress) throws IOException;
    }

    /** Who waits for it on a screen; told of one end, as in the answer to a click. */
    interface Waiting<T> {

        /** How far it is in bytes, as often as somebody can read it; perhaps never. */
        default void reached(long done, long total) {}

        void done(T result);

        void failed(IOException why);

        /** It ended otherwise, and the viewer was told; before that nothing else is. */
        void stopped();
    }

    /** Called where somebody clicked; comes back at once. */
    <T> void run(Work<T> work, Waiting<T> waiting);
}
