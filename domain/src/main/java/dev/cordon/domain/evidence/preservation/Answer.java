package dev.cordon.domain.evidence.preservation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether something that would be destroyed is held.
 *
 * @param by the items that hold it, or parts of it
 * @param missing what is not held; nothing if all is
 */
public record Answer(Loss loss, List<Holding> by, List<Gap> missing) {

    public Answer {
        by = List.copyOf(by);
        missing = List.copyOf(missing);
    }

    public boolean isPreserved() {
        return missing.isEmpty();
    }

    /** Why something is not held. */
    public enum Why {
        /** No item says that it holds it. */
        NOTHING_HELD,
        /** It was changed after it was taken. */
        CHANGED_SINCE,
        /** An item of a folder above has no list of its files. */
        NO_MANIFEST,
        /** The file, or any below the folder, is not in the list of files of the folder above. */
        NOT_IN_MANIFEST,
        /** Only some lines of the log are held. */
        ONLY_EXCERPTS,
        /** An item of the log does not say from when to when it goes. */
        TIME_UNKNOWN,
        /** No item covers that time. */
        TIME_NOT_COVERED
    }

    /**
     * A part that is not held.
     *
     * @param from of a log, its first moment; null for anything else
     * @param to of a log, its last moment; null for anything else
     */
    public record Gap(Why why, @Nullable Instant from, @Nullable Instant to) {
        static Gap of(Why why) {
            return new Gap(why, null, null);
        }
    }
}
