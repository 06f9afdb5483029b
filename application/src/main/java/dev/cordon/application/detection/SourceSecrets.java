package dev.cordon.application.detection;

/** Secrets for senders that nobody guesses: at least 256 bits from a cryptographic source. */
public interface SourceSecrets {

    /** By this beginning a leaked secret is recognized, and told from a person's token. */
    String PREFIX = "cordon_source_";

    /** A new one, URL-safe text that begins with {@link #PREFIX}. */
    String next();
}
