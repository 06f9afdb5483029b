package dev.cordon.domain.store.inventory;

/**
 * What is known of an item. A trait that is not there was not seen; an empty one was seen to be
 * empty.
 */
public enum Trait {
    VERSION(true),
    /** {@code active}, {@code inactive}, {@code enabled}, {@code disabled}, … as the store says. */
    STATE(true),
    /** The newer version that the store knows of. */
    UPDATE(false),
    /** Of an account, sorted, with commas. */
    ROLES(true),
    /** Whether an account may administer the site: {@code yes} or {@code no}. */
    ADMINISTRATES(true),
    /** The fingerprint of a mail address. */
    MAIL(true),
    /** Whose it is: the login, or the number of the account where only that is known. */
    OWNER(true),
    /** {@code read}, {@code write} or {@code read_write}. */
    PERMISSIONS(true),
    /** The last characters of a key. */
    ENDING(true),
    /** What a webhook is about. */
    TOPIC(true),
    /** Where a webhook sends. */
    ADDRESS(true),
    /** The fingerprint of settings, with the way by which they were read before a colon. */
    SETTINGS(true),
    /** How often something runs. */
    SCHEDULE(true),
    /** What an option says. */
    VALUE(true),
    /** Over all files of an area and their names. */
    DIGEST(true),
    /** How many files an area has. */
    FILES(false),
    /** Which files changed when some did last. */
    CHANGES(false),
    /** Of files that came with a higher version: {@link Checksums#kept}. */
    CHECKSUMS(false),
    /** Which files are not those that were published; the first few. */
    REFUTED(false),
    /** When it came to be, as the store says. */
    CREATED(false),
    LAST_USED(false),
    LAST_ADDRESS(false),
    /** What the store's sensor reported of it last, in the sensor's word. */
    SENSOR_SAW(false),
    /** Who was logged in then; empty if nobody was. */
    SENSOR_ACTOR(false),
    /** When that was, UTC. */
    SENSOR_TIME(false);

    private final boolean watched;

    Trait(boolean watched) {
        this.watched = watched;
    }

    /** Whether another value is a difference; the others change by mere use. */
    public boolean isWatched() {
        return watched;
    }

    /** Fingerprints that were made in two ways say nothing about each other. */
    boolean differs(String before, String now) {
        if (this == SETTINGS && !way(before).equals(way(now))) {
            return false;
        }
        return watched && !before.equals(now);
    }

    private static String way(String fingerprint) {
        return fingerprint.substring(0, Math.max(fingerprint.indexOf(':'), 0));
    }
}
