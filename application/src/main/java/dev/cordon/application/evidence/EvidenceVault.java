package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Damaged;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the content of evidence lies: under its incident and its digest, unchangeable, encrypted
 * under a key of its own.
 *
 * <p>Equal content is kept once within an incident, and never shared by two: what one incident
 * destroys the other one keeps. Several items of one incident may stand on the same content; who
 * destroys it has asked whether another one still needs it.
 */
public interface EvidenceVault {

    /** What was put in: the SHA-256 digest and the size in bytes of the plain content. */
    record Stored(Sha256 content, long size) {}

    /** What destroying did. None of these content can be read again. */
    enum Destroyed {
        /** The vault had no such content, or it was destroyed before. */
        NOTHING_THERE,
        /** Its key is gone, and so are its bytes. */
        KEY_AND_BYTES,
        /** Its key is gone; its encrypted bytes stay as long as the storage holds them locked. */
        KEY_ALONE
    }

    /** Content that writes itself, once. */
    @FunctionalInterface
    interface Content {

        /**
         * @throws IOException if it breaks off, or what is written cannot be kept
         */
        void writeTo(OutputStream into) throws IOException;
    }

    /**
     * Takes content in, hashing while it is written, and returns once it is safe on storage. What
     * ends in an exception, breaks off or grows past the limit leaves nothing.
     *
     * @param limit in bytes
     * @throws IOException if the content said so or the storage is full; nothing is kept
     */
    Stored store(IncidentId incident, Content content, long limit) throws IOException;

    /** As {@link #store(IncidentId, Content, long)}, a stream to its end. */
    default Stored store(IncidentId incident, InputStream content, long limit) throws IOException {
        return store(incident, into -> copy(content, into), limit);
    }

    /** In pieces so large that neither hashing nor the disk waits for calls. */
    private static void copy(InputStream from, OutputStream into) throws IOException {
        var buffer = new byte[1 << 18];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            into.write(buffer, 0, read);
        }
    }

    /**
     * The plain content; to be closed by the caller. Reading throws {@link Unreadable} at the first
     * byte that was changed or cut off, once all before it has come out.
     *
     * @throws Unreadable if nothing of it opens
     * @throws IOException if the vault has no such content or cannot read it
     */
    InputStream open(IncidentId incident, Sha256 content) throws IOException;

    /**
     * Whether the content lies there and its key was not destroyed; nothing of it is read.
     *
     * @throws IOException if the storage does not answer
     */
    boolean holds(IncidentId incident, Sha256 content) throws IOException;

    /**
     * The digest of what lies there now, computed anew; empty if nothing lies there.
     *
     * @param read told, often, how many bytes of the plain content are hashed
     * @throws Unreadable if what lies there does not open
     */
    Optional<Sha256> rehash(IncidentId incident, Sha256 content, LongConsumer read)
            throws IOException;

    /** As {@link #rehash(IncidentId, Sha256, LongConsumer)}, where nobody waits for it. */
    default Optional<Sha256> rehash(IncidentId incident, Sha256 content) throws IOException {
        return rehash(incident, content, _ -> {});
    }

    /**
     * Makes the content read-only at the storage until then. May be asked again: a later end
     * counts, an earlier one changes nothing.
     *
     * @throws IOException if the vault has no such content or the storage refuses
     */
    void seal(IncidentId incident, Sha256 content, Instant until) throws IOException;

    /**
     * Says to the storage that a matter needs the content, or that none does any more: nobody
     * deletes its bytes then, however short its seal, as far as the storage can see to that. Does
     * nothing where nothing lies.
     *
     * @throws IOException if the storage refuses or does not answer
     */
    void hold(IncidentId incident, Sha256 content, boolean held) throws IOException;

    /**
     * Notes beside the content that an item stands on it: from then on no sweep removes it,
     * whatever the database says; destroying does. May be asked again, and does nothing where
     * nothing lies.
     *
     * @throws IOException if the storage refuses or does not answer
     */
    void recorded(IncidentId incident, Sha256 content) throws IOException;

    /**
     * Content that an item stood on once, by the vault's own word, and that nothing recorded stands
     * on now: the database is older than the vault. What is recorded and was not noted is noted on
     * the way.
     *
     * @throws IOException if the storage does not answer
     */
    List<Forgotten> forgotten(Needed recorded) throws IOException;

    /**
     * @param file what names it in the vault, as an operator finds it
     */
    record Forgotten(IncidentId incident, Sha256 content, String file) {}

    /**
     * Makes the content unreadable for good, in backups of the storage too: its key goes first,
     * then its bytes as far as the storage lets. May be asked again where it broke off.
     *
     * @throws IOException if the key could not be deleted, and then all is as before; or the key is
     *     gone, and the bytes that could be deleted were not
     */
    Destroyed destroy(IncidentId incident, Sha256 content) throws IOException;

    /** Whether something that is recorded stands on a content. */
    @FunctionalInterface
    interface Needed {
        boolean is(IncidentId incident, Sha256 content) throws IOException;
    }

    /**
     * Finishes what broke off: deletes the bytes of what was destroyed where a lock has ended, what
     * a killed program left half-written, and content that came in before then, that no item ever
     * stood on, that nobody needs and that the storage does not hold locked or held. What comes in
     * meanwhile stays.
     *
     * @return so many contents and pieces went
     * @throws IOException if the storage does not answer; what went is gone, the rest can be swept
     *     later
     */
    int sweep(Instant before, Needed needed) throws IOException;

    /** What lies there was changed, cut off or moved there, and does not open any more. */
    class Unreadable extends Damaged {

        private final String file;
        private final long at;

        /**
         * @param file what is damaged, as an operator finds it
         * @param at the first byte of the plain content that does not open, counted from 0
         */
        public Unreadable(String file, long at, @Nullable Throwable cause) {
            super(
                    "What lies in the vault's file %s does not open from byte %d on: it was changed,"
                                    .formatted(file, at)
                            + " cut off or moved. Nothing else was touched. Put the file back from"
                            + " your backup.",
                    cause);
            this.file = file;
            this.at = at;
        }

        public String file() {
            return file;
        }

        public long at() {
            return at;
        }
    }

    /** The storage is elsewhere and refuses, or gives no answer; to try again may help. */
    class Unavailable extends IOException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The content grew past the limit. */
    class TooLarge extends IOException {

        private final long limit;

        /**
         * @param limit in bytes
         */
        public TooLarge(long limit) {
            super("the content is larger than " + limit + " bytes; nothing was kept");
            this.limit = limit;
        }

        public long limit() {
            return limit;
        }
    }
}
