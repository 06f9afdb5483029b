package dev.cordon.infra.crypto;

import org.jspecify.annotations.Nullable;

/**
 * The key of a content as it is kept: nobody reads anything with it alone.
 *
 * @param master wrapped by the master key, in Base64
 * @param recipient which recovery key it is wrapped for as well; null if for none
 * @param recovery wrapped for that one, in Base64
 */
public record WrappedKey(String master, @Nullable String recipient, @Nullable String recovery) {}
