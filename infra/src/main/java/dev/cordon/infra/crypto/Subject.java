package dev.cordon.infra.crypto;

import java.util.UUID;

/**
 * Whose data is encrypted together and can be shredded together.
 *
 * @param kind {@code store}, {@code mirror}, {@code determination}, {@code campaign}, {@code
 *     webhook} or {@code answers}
 */
public record Subject(String kind, UUID id) {

    public static Subject store(UUID id) {
        return new Subject("store", id);
    }

    /** A store's mirrored orders and customers; the store's own secrets are not among them. */
    public static Subject mirror(UUID id) {
        return new Subject("mirror", id);
    }

    public static Subject determination(UUID id) {
        return new Subject("determination", id);
    }

    public static Subject campaign(UUID id) {
        return new Subject("campaign", id);
    }

    public static Subject webhook(UUID id) {
        return new Subject("webhook", id);
    }

    /** Answers of the API that are given again when they are asked for again. */
    public static Subject answers() {
        return new Subject("answers", new UUID(0, 0));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
