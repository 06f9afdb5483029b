package dev.cordon.domain.evidence.pack;

import org.jspecify.annotations.Nullable;

/**
 * What the reader brings along, got another way than the package.
 *
 * @param key the ledger's key as {@link SignerKey#isNamedBy} takes it; null if none is known
 * @param checkpoint a checkpoint of the ledger, as a signed note; null if none is known
 */
public record Trusted(@Nullable String key, @Nullable String checkpoint) {

    public static final Trusted NOTHING = new Trusted(null, null);
}
